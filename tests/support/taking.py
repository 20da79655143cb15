"""Quizzes and tests taken in a browser: packages served without an LMS, and what a learner does in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from builder.model.package import Package
from builder.render.address import addresses
from tests.support.browsing import served, write

Open = Callable[..., Page]


@contextmanager
def taking(browser: Browser, folder: Path) -> Iterator[Open]:
    """What opens a package, in a browser of its own unless it is that of ``beside``, at its first page or at ``at``.

    No script may fail until the end.
    """
    contexts = []
    errors: list[str] = []
    with served(folder) as address:

        def enter(package: Package, *, width: int = 650, beside: Page | None = None, at: str = "") -> Page:
            write(folder / package.id, package)
            context = beside.context if beside else browser.new_context(viewport={"width": width, "height": 800})
            if not beside:
                contexts.append(context)
            page = context.new_page()
            page.set_default_timeout(5000)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.clock.install()
            page.goto(f"{address}/{package.id}/{addresses(package).files[at or next(package.pages).id]}")
            expect(page.locator(".quiz")).to_have_attribute("data-live", "")
            return page

        yield enter
        for context in contexts:
            context.close()
    assert not errors


def do(page: Page, name: str) -> None:
    """Press the button of this name that can be seen."""
    page.locator(f'[data-do="{name}"]:visible').first.click()


def pick(page: Page, question: str, option: int) -> None:
    page.locator(f'label[for="{question}-{option}"]').click()


def submit(page: Page) -> None:
    do(page, "submit")
    do(page, "finish")


def reload(page: Page) -> None:
    page.reload()
    expect(page.locator(".quiz")).to_have_attribute("data-live", "")


def result_page(page: Page) -> Page:
    """Turn to the closing page, and wait until it is filled."""
    page.goto(page.url.rsplit("/", 1)[0] + "/result.html")
    expect(page.locator(".result-wait")).to_be_hidden()
    return page
