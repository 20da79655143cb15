"""Follows the files of a programme and rebuilds what changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from watchfiles import DefaultFilter, watch

from builder.diagnostics.tool_codes import INTERNAL
from builder.model.span import Span
from builder.preview.site import Site

Told = Callable[[Site, float], None]
"""Called after each build with the site and the seconds it took."""


POLL = 100
"""Milliseconds after which the watcher looks up though nothing changed."""


class Sources(DefaultFilter):
    """Files of courses: not what begins with a dot, not what builds and programs leave."""

    ignore_dirs = (*DefaultFilter.ignore_dirs, "dist", "build")


def follow(site: Site, told: Told, stop: Event) -> None:
    """Build ``site``, then again after each change below its root, until ``stop`` is set."""
    built = False
    # The watcher listens before the first build, so that no change made meanwhile is missed.
    for changes in watch(
        site.order.root,
        watch_filter=Sources(),
        debounce=200,
        step=30,
        rust_timeout=POLL,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        if changes or not built:
            _update(site, [Path(path) for _, path in changes], told)
            built = True


def _update(site: Site, paths: list[Path], told: Told) -> None:
    start = time.perf_counter()
    try:
        site.update(paths)
    except Exception as error:
        # The preview outlives what nobody foresaw: it says so over the page, and the next change tries again.
        site.fail(INTERNAL.at(Span("", 0), reason=f"{type(error).__name__}: {error}"))
    told(site, time.perf_counter() - start)
