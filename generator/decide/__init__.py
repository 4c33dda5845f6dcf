"""Decisions: how one is written into the spec, what waits to be written, and the log of them."""
