"""A report as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from builder.report.shape import Report


def as_json(report: Report) -> str:
    """``report`` as JSON with a last line feed: the same text for the same report."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"
