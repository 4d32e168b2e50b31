"""Sessions → iCalendar bytes; the only user of icalendar."""
