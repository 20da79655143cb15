"""The rules of each format: ``check(subject)`` yields what a package breaks."""
