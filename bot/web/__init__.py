"""The web face: calendar feeds, public pages, health. One file a noun, each with ``routes(facts)``."""
