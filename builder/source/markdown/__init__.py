"""Markdown to RichText: the parser with our rules, and its tokens read into the tree of ``builder.model.text``."""
