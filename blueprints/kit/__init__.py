"""What the screens of a prototype are built with.

The modules without NiceGUI (``field``, ``fields``, ``entity``, ``project``, ``store``) say what is
kept and which rules hold; the others show it.
"""
