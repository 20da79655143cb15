"""Question banks of other tools: what their files hold, understood as our questions."""
