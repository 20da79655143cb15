"""The words of sequencing: which elements stand once, which actions and values there are (imsss_v1p0, adlseq_v1p3)."""

from __future__ import annotations

from builder.validate.values import is_boolean

ONCE = {
    "controlMode",
    "sequencingRules",
    "limitConditions",
    "rollupRules",
    "objectives",
    "randomizationControls",
    "deliveryControls",
    "constrainedChoiceConsiderations",
    "rollupConsiderations",
}
"""Parts of a <sequencing>, each at most once in its namespace."""

RULE_ACTIONS = {
    "preConditionRule": ("skip", "disabled", "hiddenFromChoice", "stopForwardTraversal"),
    "exitConditionRule": ("exit",),
    "postConditionRule": ("exitParent", "exitAll", "retry", "retryAll", "continue", "previous"),
}
NOT_AT_ROOT = ("exitParent", "continue", "previous")

READS_AND_WRITES = ("RawScore", "MinScore", "MaxScore", "CompletionStatus", "ProgressMeasure")
WRITES = ("writeSatisfiedStatus", "writeNormalizedMeasure", *(f"write{one}" for one in READS_AND_WRITES))

BOOLEAN = ("true", "false")
TIMING = ("never", "once", "onEachNewAttempt")
REQUIRED = ("always", "ifAttempted", "ifNotSkipped", "ifNotSuspended")
STATES = (
    "satisfied",
    "objectiveStatusKnown",
    "objectiveMeasureKnown",
    "completed",
    "activityProgressKnown",
    "attempted",
    "attemptLimitExceeded",
    "timeLimitExceeded",
    "outsideAvailableTimeRange",
)

_BOOLEANS = (
    "choice",
    "choiceExit",
    "flow",
    "forwardOnly",
    "useCurrentAttemptObjectiveInfo",
    "useCurrentAttemptProgressInfo",
    "rollupObjectiveSatisfied",
    "rollupProgressCompletion",
    "satisfiedByMeasure",
    "readSatisfiedStatus",
    "readNormalizedMeasure",
    "reorderChildren",
    "tracked",
    "completionSetByContent",
    "objectiveSetByContent",
    "preventActivation",
    "constrainChoice",
    "measureSatisfactionIfActive",
    *WRITES,
    *(f"read{one}" for one in READS_AND_WRITES),
)

ATTRIBUTES: dict[tuple[str, str], tuple[str, ...]] = {
    **{("", name): BOOLEAN for name in _BOOLEANS},
    ("", "conditionCombination"): ("all", "any"),
    ("", "operator"): ("not", "noOp"),
    ("", "randomizationTiming"): TIMING,
    ("", "selectionTiming"): TIMING,
    ("", "childActivitySet"): ("all", "any", "none", "atLeastCount", "atLeastPercent"),
    ("ruleCondition", "condition"): (*STATES, "objectiveMeasureGreaterThan", "objectiveMeasureLessThan", "always"),
    ("rollupCondition", "condition"): STATES,
    ("rollupAction", "action"): ("satisfied", "notSatisfied", "completed", "incomplete"),
    ("", "requiredForSatisfied"): REQUIRED,
    ("", "requiredForNotSatisfied"): REQUIRED,
    ("", "requiredForCompleted"): REQUIRED,
    ("", "requiredForIncomplete"): REQUIRED,
}
"""The values of an attribute, by the element ('' for any) and its name."""


def is_fit(text: str, words: tuple[str, ...]) -> bool:
    """Whether ``text`` is one of ``words``; a boolean may be written as a digit."""
    return is_boolean(text) if words is BOOLEAN else text in words
