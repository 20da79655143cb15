"""``qtype_numerical``: a number within a tolerance, with or without a unit."""

from __future__ import annotations

from builder.targets.mbz.questions.reading import PLAIN, Reading
from builder.targets.mbz.xml import Element, Value, branch, record

GRADING = ("showunits", "unitsleft", "unitgradingtype", "unitpenalty")


def numerical(reading: Reading) -> list[Element]:
    """Numbers, each with its tolerance in a row of its own, and the unit that may be typed."""
    rows, tolerances = [], []
    for part, number, row in reading.answers(PLAIN):
        rows.append(row)
        fields: dict[str, Value] = {"answer": number, "tolerance": part.findtext("tolerance") or "0"}
        tolerances.append(record("numerical_record", reading.number(), fields))
    units = [
        record("numerical_unit", reading.number(), {name: unit.findtext(key) for name, key in UNIT})
        for unit in reading.element.iterfind("units/unit")
    ]
    options = {name: reading.value(name, "0") for name in GRADING}
    return [
        branch("answers", rows),
        *([branch("numerical_units", units)] if units else []),
        branch("numerical_options", [record("numerical_option", reading.number(), options)]),
        branch("numerical_records", tolerances),
    ]


UNIT = (("multiplier", "multiplier"), ("unit", "unit_name"))
