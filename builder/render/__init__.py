"""Model to HTML under a profile, through the templates."""
