"""Rules over the model; each yields diagnostics."""
