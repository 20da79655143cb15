"""The saved state: keys, codec, bound. docs/reference/state.md describes it."""
