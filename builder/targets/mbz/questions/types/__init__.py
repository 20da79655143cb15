"""What each type of question keeps beside what all keep: one file a type of Moodle's (``question/type``)."""
