"""Sequencing of SCORM 2004: S1-S10."""

from __future__ import annotations

from tests.validate.packages import Case, Sample, scorm2004

TITLE = "<title>Lesson</title>"
PRIMARY = '<imsss:primaryObjective objectiveID="P"/>'


def sequenced(inner: str, collection: str = "", attributes: str = "") -> Sample:
    """A package whose item has a <sequencing> of ``inner``."""
    text = f"{TITLE}<imsss:sequencing {attributes}>{inner}</imsss:sequencing>"
    end = f"<imsss:sequencingCollection>{collection}</imsss:sequencingCollection></manifest>" if collection else ""
    return scorm2004((TITLE, text), ("</manifest>", end or "</manifest>"))


def rule(kind: str, action: str, conditions: str = '<imsss:ruleCondition condition="always"/>') -> str:
    return (
        f"<imsss:sequencingRules><imsss:{kind}><imsss:ruleConditions>{conditions}</imsss:ruleConditions>"
        f'<imsss:ruleAction action="{action}"/></imsss:{kind}></imsss:sequencingRules>'
    )


def objectives(primary: str = PRIMARY, more: str = "") -> str:
    return f"<imsss:objectives>{primary}{more}</imsss:objectives>"


def rollup(attributes: str, action: str = '<imsss:rollupAction action="satisfied"/>') -> str:
    return (
        f"<imsss:rollupRules><imsss:rollupRule {attributes}><imsss:rollupConditions>"
        f'<imsss:rollupCondition condition="satisfied"/></imsss:rollupConditions>{action}</imsss:rollupRule>'
        "</imsss:rollupRules>"
    )


FLOW = '<imsss:controlMode choice="true" flow="true"/>'
MAP = '<imsss:mapInfo targetObjectiveID="G" writeSatisfiedStatus="true"/>'
ON = '<imsss:ruleCondition referencedObjective="{}" condition="satisfied"/>'

CASES = {
    "S1": Case(sequenced(FLOW + FLOW), sequenced(FLOW)),
    "S2": Case(
        sequenced("", attributes='IDRef="x"'),
        sequenced("", collection=f'<imsss:sequencing ID="x">{FLOW}</imsss:sequencing>', attributes='IDRef=" x "'),
    ),
    "S3": Case(sequenced(rule("exitConditionRule", "exit", "")), sequenced(rule("exitConditionRule", "exit"))),
    "S4": Case(sequenced(rule("preConditionRule", "exitAll")), sequenced(rule("postConditionRule", "exitAll"))),
    "S5": Case(
        sequenced(rule("preConditionRule", "skip", ON.format("Q")) + objectives()),
        sequenced(rule("preConditionRule", "skip", ON.format(" P ")) + objectives()),
    ),
    "S6": Case(sequenced(objectives(more=PRIMARY)), sequenced(objectives(more='<imsss:objective objectiveID="Q"/>'))),
    "S7": Case(
        sequenced(objectives(PRIMARY.replace("/>", f">{MAP}{MAP}</imsss:primaryObjective>"))),
        sequenced(objectives(PRIMARY.replace("/>", f">{MAP}</imsss:primaryObjective>"))),
    ),
    "S8": Case(
        sequenced(
            objectives(
                "<imsss:primaryObjective><imsss:minNormalizedMeasure>80</imsss:minNormalizedMeasure>"
                "</imsss:primaryObjective>"
            )
        ),
        sequenced(
            objectives(
                "<imsss:primaryObjective><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>"
                "</imsss:primaryObjective>"
            )
        ),
    ),
    "S9": Case(sequenced(rollup('minimumPercent="60"')), sequenced(rollup('minimumPercent="0.6" minimumCount="2"'))),
    "S10": Case(
        sequenced('<imsss:controlMode flow="yes"/>'),
        sequenced('<imsss:controlMode flow="1"/><imsss:randomizationControls randomizationTiming="once"/>'),
    ),
}
