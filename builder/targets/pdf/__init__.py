"""Print: a booklet of the course and of each lesson, hand-outs of single pages, tests on paper, and the answer key."""

from __future__ import annotations

from collections.abc import Iterator

from builder.archive import Entry
from builder.model.package import Package
from builder.render.words import words
from builder.targets.base import Context, Product, Target, changed, lost
from builder.targets.pdf.layout import missing, pdf
from builder.targets.pdf.paper import answer_key, booklet, handout, test_sheet
from builder.targets.support import EVERYTHING


def build(package: Package, context: Context) -> Product:
    """The documents as PDF, a file each."""
    del context
    course = package.course
    files = {path: asset.file for path, asset in course.assets.items()}
    return Product(tuple(Entry(f"{name}.pdf", pdf(html, files, course.colour)) for name, html in documents(package)))


def documents(package: Package) -> Iterator[tuple[str, str]]:
    """The documents by their names, as HTML."""
    key = words(package.course.language).gettext("Answer key")
    yield "booklet", booklet(package, package.lessons, package.title)
    if len(package.lessons) > 1:
        for number, lesson in enumerate((one for one in package.lessons if not one.loose and one.pages), 1):
            yield f"lessons/{number:02}-{lesson.id}", booklet(package, (lesson,), lesson.title)
    for page in package.pages:
        if page.quiz is None:
            yield f"pages/{page.id}", handout(package, page)
        elif page.quiz.role == "test":
            yield f"tests/{page.id}", test_sheet(package, page, page.quiz)
    if any(page.quizzes for page in package.pages):
        yield "answers", answer_key(package, f"{package.title}: {key}")


_ON_PAPER = "On paper, to be filled in by hand."
_BY_HAND = lost("Answers on paper are marked by hand, with the answer key.")

SUPPORT = {
    **EVERYTHING,
    "estimate": changed("The prediction is written down; the answer stands in the answer key."),
    "branch": changed("All steps are printed; each option names the number of the step it leads to."),
    "checklist": changed(f"{_ON_PAPER} The profile is read off the table."),
    "vote": changed(_ON_PAPER),
    "rank": changed(_ON_PAPER),
    "budget": changed(f"{_ON_PAPER} Nothing adds up what is spent."),
    "option-feedback": changed("In the answer key."),
    "known-wrong": changed("In the answer key."),
    "general-feedback": changed("In the answer key."),
    "points": lost("Points are not printed."),
    "case": lost("Whoever marks decides."),
    "objective": lost("It is not printed beside the question."),
    "confidence": lost(),
    "parallel": lost("Two tests are compared by hand."),
    "see": lost(),
    "draws": changed("The sheet holds one draw, always the same; the answer key holds the whole bank."),
    "shuffle": lost("Everybody gets the same order."),
    "shuffle-options": lost("Everybody gets the same order."),
    "attempts": lost(),
    "wait": lost(),
    "time-limit": lost(),
    "pass-mark": lost(),
    "weight": lost(),
    "page-link": changed(
        "Links work within a booklet; in a lesson's booklet and on a hand-out, links to other pages are text."
    ),
    "citation": changed("Source and year stand in the text, addresses at the end of the page."),
    "footnote": changed("In brackets in the text."),
    "cards": changed("All cards are printed."),
    "reveal": changed("Printed open."),
    "recording": changed("The transcript is printed."),
    "score": _BY_HAND,
    "completion": _BY_HAND,
    "resume": lost(),
    "interactions": _BY_HAND,
    "search": lost("The booklet has contents and bookmarks."),
    "notes": lost(),
}

TARGET = Target(
    "pdf", "Print: booklets, hand-outs, tests and answer key as PDF", build, folder=True, support=SUPPORT, lacks=missing
)
