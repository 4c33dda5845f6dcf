"""Runs the tests of a prototype and shows what they came to, for engineers and for the room."""
