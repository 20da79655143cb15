"""One course with a question of every type, in code: what the tests of questions are held against."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from builder.model import question as q
from builder.model import text as t
from builder.model.course import Course, Lesson, Objective, Page
from builder.model.package import Package
from builder.model.quiz import Draw, Quiz
from builder.model.span import Span

AT = Span("c/en/01-lesson/01-page.md", 1)


def words(text: str) -> t.Inlines:
    return (t.Text(text),)


def para(*texts: str) -> t.Blocks:
    return tuple(t.Paragraph(words(text), AT) for text in texts)


def option(text: str, feedback: str = "", *, right: bool = False, goto: str = "") -> q.Option:
    return q.Option(para(text), right, para(feedback) if feedback else (), AT, goto)


def asked(id: str, title: str, *, stem: str = "", feedback: str = "", objective: str = "O1") -> dict[str, object]:
    return {
        "id": id,
        "title": words(title),
        "stem": para(stem) if stem else (),
        "feedback": para(feedback) if feedback else (),
        "span": AT,
        "objective": objective,
    }


def single(
    id: str = "q-single", *, objective: str = "O1", title: str = "Which claim do these figures support?"
) -> q.Single:
    return q.Single(
        **asked(id, title, objective=objective, feedback="Ask of each figure: a share of what?"),
        options=(
            option(
                "Exporting firms employ relatively more women than other firms",
                "The figures compare two groups of firms, and nothing more.",
                right=True,
            ),
            option("Exporting makes a firm hire more women", "A comparison of groups does not show a cause."),
            option(
                "One third of all women work for exporters",
                "33 per cent is the share of women inside exporting firms, not the share of women who work there.",
            ),
            option("I do not know yet"),
        ),
    )


def multiple(id: str = "q-multiple") -> q.Multiple:
    return q.Multiple(
        **asked(id, "Which of these belong to the cost of trading?", objective="O2"),
        options=(
            option("Fees at the border", "A direct cost.", right=True),
            option("Days spent waiting", "Time is a cost, often the largest.", right=True),
            option("The buyer's income tax", "It does not depend on the border."),
            option("Rules that are hard to find", right=True),
        ),
    )


def truefalse(id: str = "q-truefalse") -> q.TrueFalse:
    return q.TrueFalse(
        **asked(id, "A tariff is a tax on imports."), options=(option("True", right=True), option("False", "It is."))
    )


def reasoned(id: str = "q-reasoned") -> q.TrueFalse:
    return q.TrueFalse(
        **asked(id, "The same tariff can weigh more on women."),
        options=(option("True", right=True), option("False")),
        because=para("Why?"),
        reasons=(
            option(
                "Women and men buy and produce different goods",
                "Yes: the goods differ, so the tariffs differ.",
                right=True,
            ),
            option("Customs officers ask women for more", "This may happen, but it is no tariff."),
            option("Tariffs are set by sex"),
        ),
    )


def short(id: str = "q-short") -> q.Short:
    return q.Short(
        **asked(id, "In which city does the WTO have its seat?", feedback="The Centre William Rappard, on the lake."),
        answers=(q.Accepted("Geneva", para("On the lake."), AT), q.Accepted("Genève*", (), AT)),
        wrong=(q.Accepted("Zurich", para("That is the largest city of Switzerland."), AT),),
    )


def numerical(id: str = "q-numerical", *, estimate: bool = False) -> q.Numerical:
    return q.Numerical(
        **asked(id, "What share of the workforce of exporting firms are women?", feedback="World Bank and WTO, 2020."),
        answers=(q.Range(Decimal("32.5"), Decimal("33.5"), para("In developing countries."), AT),),
        wrong=(q.Range(Decimal(24), Decimal(24), para("That is the share in other firms."), AT),),
        unit="%",
        estimate=estimate,
    )


def matching(id: str = "q-matching") -> q.Matching:
    return q.Matching(
        **asked(id, "Match each role with an example."),
        heads=(words("Role"), words("Example")),
        rows=(
            q.Row(words("Worker"), 0, AT),
            q.Row(words("Entrepreneur"), 1, AT),
            q.Row(words("Consumer"), 2, AT),
        ),
        values=(
            words("Sews shirts in an export zone"),
            words("Sells cut flowers to a buyer abroad and carries the risk herself"),
            words("Buys imported rice"),
            words("Collects the tariff"),
        ),
    )


def classify(id: str = "q-classify") -> q.Matching:
    return q.Matching(
        **asked(id, "Direct or indirect?"),
        rows=tuple(
            q.Row(words(left), value, AT)
            for left, value in (("A lower fee for women", 0), ("A faster border", 1), ("A quota for women's firms", 0))
        ),
        values=(words("Direct"), words("Indirect")),
        classify=True,
    )


def ordering(id: str = "q-ordering") -> q.Ordering:
    return q.Ordering(
        **asked(id, "Put the steps of an assessment in order."),
        items=tuple(
            q.Step(para(text), para(said) if said else (), AT)
            for text, said in (
                ("Ask the question", ""),
                ("Find the data, and note which data there are not", "Without a question you do not know which data."),
                ("Compare groups", ""),
                ("Say what follows, and for whom", ""),
            )
        ),
    )


def gaps(id: str = "q-gaps") -> q.GapFill:
    typed = t.Gap((t.GapChoice("1995", correct=True), t.GapChoice("nineteen ninety-five", correct=True)), True, AT)
    chosen = t.Gap(tuple(t.GapChoice(w, correct=w == "Geneva") for w in ("Geneva", "Bern", "Basel")), False, AT)
    body = (t.Paragraph((t.Text("The WTO was founded in "), typed, t.Text(" and sits in "), chosen, t.Text(".")), AT),)
    return q.GapFill(**asked(id, "Complete the sentence."), body=body, gaps=(typed, chosen))


def completion(id: str = "q-completion") -> q.GapFill:
    long = ("Women who own a workshop buy machines at a lower price", "Women who own a workshop sell less", "Neither")
    owners = t.Gap(tuple(t.GapChoice(w, correct=w == long[0]) for w in long), False, AT)
    first = t.Gap(tuple(t.GapChoice(w, correct=w == "owners") for w in ("owners", "home workers")), False, AT)
    year = t.Gap((t.GapChoice("2024", correct=True),), True, AT)
    steps: tuple[tuple[str, t.Inlines], ...] = (
        ("Question", words(": who gains when the tariff on sewing machines falls?")),
        ("Workers", words(": eight in ten sewers are women.")),
        ("Entrepreneurs", (t.Text(": "), owners)),
        ("Conclusion", (t.Text(": the measure helps "), first, t.Text(" first, in "), year, t.Text("."))),
    )
    items = tuple(t.ListItem((t.Paragraph((t.Strong(words(name)), *text), AT),), None, AT) for name, text in steps)
    explained = ((), para("You begin with who works."), para("Owners buy what is imported."), ())
    return q.GapFill(
        **asked(id, "Finish the analysis.", feedback="Ask who gains first."),
        body=(t.List(True, 1, True, items, AT),),
        gaps=(owners, first, year),
        explained=explained,
    )


def spot_table(id: str = "q-spot-table") -> q.Spot:
    rows = (("Farming", "61%", "12%"), ("Textiles", "70%", "n.a."), ("Mining", "9%", "9%"))
    table = t.Table(
        tuple(t.Cell(words(w), AT) for w in ("Sector", "Women in work", "Women among managers")),
        tuple(tuple(t.Cell(words(w), AT) for w in row) for row in rows),
        ("", "right", "right"),
        AT,
    )
    return q.Spot(
        **asked(id, "In which rows do women seldom lead, or do we not know?"),
        quoted=(table,),
        options=(
            option("Farming", "Most workers, few managers.", right=True),
            option("Textiles", "No data: so we do not know.", right=True),
            option("Mining", "The shares are equal."),
        ),
    )


def spot_text(id: str = "q-spot-text") -> q.Spot:
    return q.Spot(
        **asked(id, "Which words claim a cause?"),
        quoted=para("Exports lead to better jobs for women, and firms that export employ more women than others do."),
        options=(
            option("lead to", "A causal verb.", right=True),
            option("employ more", "A comparison."),
            option("firms that export"),
        ),
    )


def reflection(id: str = "q-reflection") -> q.Reflection:
    return q.Reflection(
        **asked(id, "Whom does your own work reach?", stem="Think of one measure."),
        model=para("A model answer names a group, a figure and what is not known."),
    )


def scenario(id: str = "q-scenario") -> q.Scenario:
    return q.Scenario(
        **asked(id, "The border at Maravia", stem="Amina sells tomatoes across the border twice a week."),
        questions=(replace(single("q-case-1", title="What costs Amina most?")), replace(truefalse("q-case-2"))),
    )


def branch(id: str = "q-branch") -> q.Branch:
    return q.Branch(
        **asked(id, "The minister wants an answer by noon"),
        steps=(
            q.BranchStep(
                "s-start",
                words("A call at nine"),
                para("You are asked whether a new tariff harms women."),
                (
                    option("Ask for the data by sector", "A question first.", right=True, goto="s-data"),
                    option("Say no: tariffs are neutral", "You cannot know that.", goto="s-wrong"),
                ),
                AT,
            ),
            q.BranchStep(
                "s-data",
                words("The data arrive"),
                para("They are two years old."),
                (
                    option("Use them and say how old they are", "That is honest.", right=True, goto="s-end"),
                    option("Leave them out", "Old data are better than none.", goto="s-end"),
                ),
                AT,
            ),
            q.BranchStep(
                "s-wrong", words("A journalist calls"), para("She has the figures you did not ask for."), (), AT
            ),
            q.BranchStep("s-end", words("Noon"), para("The minister has an answer and its limits."), (), AT),
        ),
    )


def checklist(id: str = "q-checklist") -> q.Checklist:
    return q.Checklist(
        **asked(id, "How ready is your ministry?"),
        parts=(
            q.ChecklistPart(words("Data"), (words("We have data by sex"), words("We publish them every year"))),
            q.ChecklistPart(words("People"), (words("Somebody is in charge"),)),
        ),
        scale=(),
    )


def vote(id: str = "q-vote", *, of: str = "", rev: int = 1) -> q.Vote:
    return q.Vote(
        **asked(id, "Who gains most from a lower fee?", feedback="It depends on the border."),
        options=(
            option("Firms that export by the container", "They pay it once for many goods."),
            option("Traders with a few baskets", "They pay it at every crossing."),
            option("Nobody"),
        ),
        rev=rev,
        of=of,
        earlier=q.Earlier(1, False) if of else None,
    )


def rank(id: str = "q-rank", *, top: int = 2) -> q.Rank:
    texts = (("Data", "See the lesson on data."), ("Trade agreements", ""), ("Procurement", ""), ("Networks", "Good."))
    return q.Rank(
        **asked(id, "What helps you most?"),
        items=tuple(q.Step(para(text), para(said) if said else (), AT) for text, said in texts),
        top=top,
    )


def budget(id: str = "q-budget", **rules: object) -> q.Budget:
    given = {"limit": Decimal(100), "choose": (1, 3), "unit": "points", **rules}
    return q.Budget(
        **asked(id, "What would you do for the border post?", feedback="Ask who notices it first."),
        options=(
            option("Train officers", "It helps when they stay."),
            option("Lamps", "Those who wait longest gain most."),
            option("A help desk"),
            option("A new hall"),
        ),
        costs=(Decimal(30), Decimal("50.5"), Decimal(20), Decimal(90)),
        kinds=("Skills", "Place", "Skills", "Place"),
        model=para("Begin with what traders say stops them."),
        **given,
    )


def every_type() -> tuple[q.Question, ...]:
    return (
        single(), multiple(), truefalse(), reasoned(), short(), numerical(), numerical("q-estimate", estimate=True),
        matching(), classify(), ordering(), gaps(), completion(), spot_table(), spot_text(), reflection(),
        scenario(), branch(), checklist(), vote(), vote("q-vote-again", of="q-vote"), rank(), budget(),
    )  # fmt: skip


def quiz(
    id: str = "quiz-1", role: str = "practice", questions: tuple[q.Question, ...] | None = None, **rules: object
) -> Quiz:
    return Quiz(
        id=id, role=role, intro=(), questions=every_type() if questions is None else questions, span=AT, **rules
    )


def page(quiz: Quiz, id: str = "p-1", **more: object) -> Page:
    kind = {"practice": "page"}.get(quiz.role, quiz.role)
    given: dict[str, object] = {"blocks": (), "quiz": quiz}
    if kind == "page":
        given = {"blocks": (t.QuizBlock(quiz, AT),)}
    return Page(id=id, path=f"01-lesson/{id}.md", title=f"Page {id}", kind=kind, span=AT, **given, **more)


def course(*pages: Page, banks: tuple[Page, ...] = (), language: str = "en") -> Course:
    return Course(
        id="c",
        folder="c",
        language=language,
        title="A course",
        description="",
        lessons=(Lesson(id="l-1", title="A lesson", pages=pages, span=AT, folder="01-lesson"),),
        span=AT,
        objectives={name: Objective(name, f"Objective {name}", AT) for name in ("O1", "O2")},
        banks=banks,
    )


def package(*pages: Page, banks: tuple[Page, ...] = (), language: str = "en") -> Package:
    made = course(*pages, banks=banks, language=language)
    return Package("c", made.title, made, made.lessons)


def bank(count: int, id: str = "bank-1", objective: str = "O1") -> Page:
    questions = tuple(single(f"{id}-{n}", objective=objective, title=f"Bank question {n}") for n in range(count))
    return page(quiz(f"{id}-quiz", "bank", questions), id)


def exam(**rules: object) -> Quiz:
    """A test over a bank: three questions of eight, the scenario and one more of its own."""
    draws = (Draw(3, "O1", "bank-1", AT), Draw(1, "O2", "", AT))
    return quiz("exam", "test", (multiple(), numerical()), **{"draws": draws, "pass_mark": 60, **rules})
