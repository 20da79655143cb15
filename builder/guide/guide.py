"""The guide of one package, and all that lies beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from babel.core import Locale, UnknownLocaleError
from jinja2 import TemplateNotFound
from markupsafe import Markup

from builder.archive import Entry
from builder.guide import SUFFIX, USERS
from builder.guide.facts import octets, package_facts
from builder.model.alone import classroom_of
from builder.model.package import Package
from builder.render.bundle import style
from builder.render.environment import environment
from builder.render.numbers import numbers
from builder.render.words import SOURCE, words
from builder.targets.base import Level

if TYPE_CHECKING:
    from builder.model.outline import Classroom
    from builder.packing import Pack
    from builder.targets.losses import Loss

SAMPLE = "For the administrator of the learning platform"
"""A sentence of every guide: a language whose catalogue has it has the others."""

CODE = Markup("<code>%s</code>")

FEW = 4
"""Places of a loss that are named one by one."""


def beside(pack: Pack) -> tuple[Entry, ...]:
    """The files that lie beside a package in the output folder: its guide, and beside a backup the users to upload."""
    stem = pack.made.file.removesuffix(pack.target.suffix)
    files = [Entry(f"{stem}{SUFFIX}", guide_of(pack))]
    if pack.target.classroom is not None:
        from builder.guide.users import users_csv  # noqa: PLC0415 - backups alone

        files.append(Entry(f"{stem}{USERS}", users_csv(_classroom(pack.subject))))
    return tuple(files)


def guide_of(pack: Pack) -> bytes:
    """The guide of one package or backup as HTML by itself, in the language of the course where its words are
    translated, else in English.
    """
    made, target = pack.made, pack.target
    spoken = language_of(made.language)
    env = environment(spoken)
    facts = _facts(pack, spoken)
    try:
        template = env.get_template(f"guide/{target.name}.html")
    except TemplateNotFound:
        template = env.get_template("guide/other.html")
    text = template.render(
        **facts,
        made=made,
        target=target,
        spoken=spoken,
        direction=numbers(spoken).direction,
        style=_style(str(facts["colour"])),
        known=list(_known(pack, facts, spoken)),
        losses=list(_losses(made.losses, spoken)),
        users=f"{made.file.removesuffix(target.suffix)}{USERS}",
    )
    return text.encode()


def _facts(pack: Pack, spoken: str) -> Mapping[str, object]:
    if pack.target.classroom is None and isinstance(pack.subject, Package):
        return package_facts(pack.subject, pack.made.losses, spoken)
    from builder.guide.backup import backup_facts  # noqa: PLC0415 - most builds make no backup

    return backup_facts(_classroom(pack.subject), pack.entries, spoken)


def _classroom(subject: Package | Classroom) -> Classroom:
    return classroom_of(subject.course) if isinstance(subject, Package) else subject


def _known(pack: Pack, facts: Mapping[str, Any], spoken: str) -> Iterator[tuple[str, str]]:
    """What the file is, line by line."""
    t, made = words(spoken).gettext, pack.made
    if facts["code"]:
        yield t("Code"), facts["code"]
    yield t("Language"), _name_of(made.language, spoken)
    if facts["edition"]:
        yield t("Edition"), facts["edition"]
    draft = t("not released yet: a draft to try, not to run a course with")
    yield t("Release"), str(facts["release"] or draft)
    yield t("Size of the file"), octets(made.size)
    yield from ((t(name), str(count)) for name, count in facts["counts"])
    yield t("SHA-256 of the file"), CODE % sha256(pack.archive).hexdigest()
    yield t("Digest of the content"), CODE % made.digest


def _losses(losses: Iterable[Loss], spoken: str) -> Iterator[tuple[str, str, str]]:
    """What is changed or left out, what becomes of it, and where."""
    t = words(spoken).gettext
    for loss in merged(losses):
        gone = t("Left out.") if loss.level == Level.LOST.value else ""
        how = "" if loss.how == "Left out." else t(loss.how)
        yield t(loss.title), f"{gone} {how}".strip(), places(loss.names)


def merged(losses: Iterable[Loss]) -> Iterator[Loss]:
    """Losses of several courses, those that say the same as one."""
    groups: dict[tuple[str, str, str], list[Loss]] = {}
    for loss in losses:
        groups.setdefault((loss.construct, loss.level, loss.how), []).append(loss)
    for same in groups.values():
        names = tuple(dict.fromkeys(name for one in same for name in one.names))
        yield replace(same[0], names=names)


def language_of(language: str) -> str:
    """``language`` where the guide's words are translated, else the one they are written in."""
    return language if words(language).gettext(SAMPLE) != SAMPLE else SOURCE


def places(names: tuple[str, ...]) -> str:
    """Where a loss is met: a few names, and how many more."""
    more = len(names) - FEW
    return ", ".join(names) if more <= 1 else f"{', '.join(names[:FEW])} + {more}"


@cache
def _style(colour: str) -> str:
    own = style("theme/colours", f"{colour}.css")
    return (style("theme/core", "10-tokens.css") + own + style("guide", "guide.css")).decode()


def _name_of(language: str, spoken: str) -> str:
    """A language's name in another, with its code; the code alone where nobody has named it."""
    try:
        name = Locale.parse(language, sep="-").get_display_name(spoken.replace("-", "_"))
        return f"{name} ({language})" if name else language
    except (UnknownLocaleError, ValueError):
        return language
