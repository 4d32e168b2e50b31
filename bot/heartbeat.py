"""The only user of APScheduler: wakes at the next due moment."""
