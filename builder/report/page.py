"""A report as one page of HTML that needs nothing else."""

from __future__ import annotations

from builder.render.bundle import style
from builder.render.environment import environment
from builder.report.charts import flagged, share, view_of
from builder.report.shape import Report


def as_html(report: Report) -> str:
    """``report`` as a page in English, without scripts, pictures or requests: the same text for the same report."""
    views = tuple(map(view_of, report.courses))
    colours = sorted({"teal", *(view.course.colour for view in views)})
    own = b"".join(style("theme/colours", f"{colour}.css") for colour in colours)
    css = (style("theme/core", "10-tokens.css") + own + style("report", "report.css")).decode()
    template = environment("en").get_template("report/report.html")
    return template.render(report=report, views=views, style=css, share=share, flagged=flagged)
