"""What the screens of a prototype are built with; README.md is its map.

The modules without NiceGUI (``field``, ``fields``, ``entity``, ``project``, ``store``) say what is
kept and which rules hold; the others show it.
"""

VERSION = "1.0.0"
"""The version of the kit; what changed in each is told in CHANGELOG.md."""
