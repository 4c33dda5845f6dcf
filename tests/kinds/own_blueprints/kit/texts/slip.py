"""Slips."""

TEXTS = {"to": ("{who} 様", "To {who}")}
