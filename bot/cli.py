"""The operator's door: `marathon …`."""
