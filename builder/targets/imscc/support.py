"""What a Common Cartridge 1.1 holds of a course."""

from __future__ import annotations

from collections.abc import Mapping

from builder.targets.base import FULL, Support, changed, lost
from builder.targets.support import NOTHING

SUPPORT: Mapping[str, Support] = {
    **NOTHING,
    "single": changed("Single choice; where there are two options only, “I do not know” is added."),
    "multiple": changed(
        "Scored all or nothing; Moodle gives each right choice its share and takes nothing for wrong ones."
    ),
    "truefalse": changed(
        "True or false where the options say so in English, French, Spanish or Arabic; else single choice."
    ),
    "truefalse-reason": changed("Two questions with half the points each: the statement, and the reason."),
    "short": changed("Short answer; spelling is compared as each platform does."),
    "short-wildcards": changed("Moodle reads the wildcards; elsewhere only the answer without them is right."),
    "numerical": changed(
        "Short answer that accepts each number of the range, with and without its unit; "
        "a choice of ranges where there are more than 25 or zero is one of them."
    ),
    "estimate": lost("Printed on the page with its answer."),
    "matching": changed("A single choice for each row, with its share of the points."),
    "classify": changed("A single choice for each row, with its share of the points."),
    "ordering": changed("A single choice of the place for each item, with its share of the points."),
    "gaps-typed": changed("A short answer for each gap, with its share of the points."),
    "gaps-chosen": changed("A single choice for each gap, with its share of the points."),
    "worked-example": changed("A question for each gap, with its share of the points."),
    "spot": changed(
        "Multiple response below the table or text; scored all or nothing, in Moodle as multiple response."
    ),
    "reflection": changed(
        "An essay that a tutor reads, in an assessment of its own; the model answer is its feedback."
    ),
    "scenario": changed("The story stands before each of its questions."),
    "branch": changed("A single choice for each step, all asked one after the other, with its share of the points."),
    "checklist": lost("Printed on the page."),
    "vote": lost("Printed on the page."),
    "rank": lost("Printed on the page."),
    "budget": lost("Printed on the page."),
    "option-feedback": changed("Kept; what is said of an accepted short answer is shown by some platforms only."),
    "known-wrong": FULL,
    "general-feedback": changed("Kept; in Moodle learners see it once the quiz's review options allow it."),
    "points": changed(
        "Whole numbers from 1 to 99 that are to each other as the points; "
        "Moodle gives each item 1 until a teacher sets its marks."
    ),
    "unit": changed("Said in the question; the answer is right with and without it."),
    "case": changed("Kept; Moodle takes capitals and small letters for the same."),
    "see": changed("Named in the general feedback, without a link, whatever the answer was."),
    "question-picture": changed(
        "Options with pictures stand under numbers in the text of the question; Moodle shows no pictures of feedback."
    ),
    "draws": changed("A fixed selection, the same for all; the whole pool stands in the question bank."),
    "shuffle-options": changed("Asked for; where a platform does not shuffle, as Moodle, one mixed order for all."),
    "attempts": changed("Kept up to five; more are any number."),
    "wait": changed("Said on the first page; set it in the platform."),
    "time-limit": FULL,
    "pass-mark": changed("Said on the first page; set it in the platform."),
    "page": FULL,
    "page-link": changed("Kept, with the page's title beside it; dead in Moodle, and plain text in questions."),
    "glossary": changed("A page of its own; in the text a term shows its definition when pointed at."),
    "citation": changed("Numbers and a list of sources at the end of the page; links to the sources in a last folder."),
    "footnote": changed("Numbers and a list of notes at the end of the page, without links."),
    "picture": FULL,
    "figure": changed("The table or list it is drawn from."),
    "cards": changed("The table they are made from."),
    "callout": changed("A quotation with a bold heading."),
    "reveal": changed("Text that stands open."),
    "recording": changed("A link to the file, and the transcript."),
    "practice": changed("A quiz after the page."),
    "structure": changed("Folders; Moodle writes the title of a lesson into the description of its section."),
    "metadata": changed("Study time stands on the first page."),
    "score": changed("The platform marks each quiz by itself."),
    "completion": lost("As the platform has it."),
    "resume": changed("As the platform has it."),
    "interactions": changed("The platform keeps the answers of its quizzes."),
    "search": lost("As the platform has it."),
    "discussion": FULL,
    "notes": lost("Reflections become essays."),
    "weight": lost("Set it in the platform's gradebook."),
    "shuffle": lost("Set it in the platform."),
    "confidence": lost(),
    "parallel": lost("Both questions stand in their tests, unconnected."),
    "objective": lost("Draws by objective are made when the cartridge is built."),
}
