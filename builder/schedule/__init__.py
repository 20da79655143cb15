"""What of a programme has a day: read from the outline, written as a calendar."""

from builder.schedule.events import Event, events_of
from builder.schedule.ics import calendar

__all__ = ["Event", "calendar", "events_of"]
