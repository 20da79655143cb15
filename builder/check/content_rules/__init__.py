"""The rules that a programme sets for its content, over what it measures: one idea a file."""

from builder.check.content_rules.run import check_content_rules
from builder.check.content_rules.variants import check_activity_variants, check_variants

__all__ = ["check_activity_variants", "check_content_rules", "check_variants"]
