"""The only place that knows everybody: opens, wires, starts, closes."""

from bot.app.installation import Installation

__all__ = ["Installation"]
