"""Rules of an outline in plain words."""

from __future__ import annotations

from builder.guide.facts import UNITS
from builder.model.rule import Dated, Done, Every, Member, Neither, Rule, Scored, Some
from builder.render.words import words
from builder.targets.mbz.plan import Plan

WEEKS = ((604_800, "{n} week", "{n} weeks"), *UNITS)


class Teller:
    """Says rules of one plan in one language."""

    __slots__ = ("_language", "_names", "_plan")

    def __init__(self, plan: Plan, language: str) -> None:
        self._plan = plan
        self._language = language
        self._names = {part: module.title for module in plan.modules for part in module.parts}
        self._names |= {module.entry.name: module.title for module in plan.modules if module.entry.activity}
        self._names |= {folder: course.code or course.title for folder, course in plan.classroom.courses.items()}

    def say(self, rule: Rule, *, inner: bool = False) -> str:  # noqa: PLR0911 - one line a kind
        """``rule`` as the end of a sentence that begins *opens when*; ``inner`` sets joined parts in brackets."""
        t = words(self._language).gettext
        match rule:
            case Done(name, state):
                said = {
                    "done": t("{name} is done"),
                    "passed": t("{name} is passed"),
                    "failed": t("{name} was failed"),
                    "undone": t("{name} is not done yet"),
                }[state]
                return said.format(name=f"“{self.title(name)}”")
            case Scored(name, least, below):
                said = {
                    (True, True): t("the grade of {name} is at least {least}% and below {below}%"),
                    (True, False): t("the grade of {name} is at least {least}%"),
                }.get((least is not None, below is not None), t("the grade of {name} is below {below}%"))
                return said.format(name=f"“{self.title(name)}”", least=least, below=below)
            case Dated(None, until):
                return t("it is before {date}").format(date=self.offset(until or 0))
            case Dated(since):
                return t("it is {date}, or later").format(date=self.offset(since or 0))
            case Member(group):
                said = t("the learner is in group {group}") if group else t("the learner is in any group")
                return said.format(group=self.group(group))
            case Neither(rules):
                return t("none of this holds: {rules}").format(rules="; ".join(self.say(one) for one in rules))
            case Every(rules):
                said = f" {t('and')} ".join(self.say(one, inner=True) for one in rules)
            case Some(rules):
                said = f" {t('or')} ".join(self.say(one, inner=True) for one in rules)
        return f"({said})" if inner and len(rules) > 1 else said

    def title(self, name: str) -> str:
        """What learners see of what a rule names."""
        return self._names.get(name, name)

    def group(self, id: str) -> str:
        """The title of a group."""
        return next((f"“{one.title}”" for one in self._plan.classroom.outline.groups if one.id == id), id)

    def offset(self, seconds: int) -> str:
        """A time of the outline: *3 weeks after the start*."""
        t = words(self._language)
        if not seconds:
            return t.gettext("the start date")
        size, one, many = next((unit for unit in WEEKS if seconds % unit[0] == 0), WEEKS[-1])
        count = -(-seconds // size)
        return t.gettext("{time} after the start").format(time=t.ngettext(one, many, count).format(n=count))


def groups_in(rule: Rule | None) -> set[str]:
    """The ids of the groups a rule asks for; '' for any group."""
    match rule:
        case Member(group):
            return {group}
        case Every(rules) | Some(rules) | Neither(rules):
            return set().union(*map(groups_in, rules))
    return set()


def dates_in(rule: Rule | None) -> list[int]:
    """The times a rule names, in seconds from the start."""
    match rule:
        case Dated(since, until):
            return [time for time in (since, until) if time is not None]
        case Every(rules) | Some(rules) | Neither(rules):
            return [time for one in rules for time in dates_in(one)]
    return []
