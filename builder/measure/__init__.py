"""What content measures: words, sentences, reading level, study time, what serves which objective. Judges nothing."""

from builder.measure.course import CourseMeasure, Item, Served, measure_course
from builder.measure.page import PageMeasure, measure_page
from builder.measure.words import TextMeasure, measure_text

__all__ = [
    "CourseMeasure",
    "Item",
    "PageMeasure",
    "Served",
    "TextMeasure",
    "measure_course",
    "measure_page",
    "measure_text",
]
