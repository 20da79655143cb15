"""Output formats, one file or folder each, behind the interface in base."""
