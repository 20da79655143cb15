"""``outline.yaml``: what stands where on a platform, and by which rules (docs/reference/authoring.md)."""

from builder.source.outline.read import NAME, Heading, read_outline

__all__ = ["NAME", "Heading", "read_outline"]
