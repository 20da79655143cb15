"""Other formats into the model, and from there into Markdown: one file or folder a format, in one registry."""
