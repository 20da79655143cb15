"""The question bank of a backup: categories, questions as Moodle keeps them, and the random draws over them."""
