"""The only place that knows everybody: opens, wires, starts, closes."""
