"""Figures and years agree with the sources that are cited for them."""

from builder.check.figures.rule import check_activity_figures, check_figures

__all__ = ["check_activity_figures", "check_figures"]
