"""What a certain LMS does with a package: ``check(subject)``, on top of the rules of its format."""
