"""The rules, one file an area: each holds its ``RULES`` and the function that looks for what breaks them."""
