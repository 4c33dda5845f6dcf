"""Serves a prototype: addresses, who asks, what is refused."""
