"""Files to model: YAML, front matter, Markdown, the quiz syntax."""
