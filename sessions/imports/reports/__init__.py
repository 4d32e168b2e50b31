"""Readers of meeting platforms' reports: bytes → rows and problems. ``reading.read_report`` is the door."""
