"""Sawaru: out of a YAML requirements spec comes a prototype that people can touch.

The flow goes one way: ``spec`` loads and checks, ``plan`` decides what is made, ``render``
makes the text, ``write`` puts it on disk beside hand edits, ``live`` serves it, ``cli`` is the
door. Lower layers never import higher ones.
"""

__version__ = "0.1.0"
