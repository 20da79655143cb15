"""The rules an outline must keep: what its entries name, what its rules wait for, and that all of it can open."""

from builder.check.outline.run import check_classroom

__all__ = ["check_classroom"]
