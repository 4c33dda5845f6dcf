"""The lexical rules, one a module: its docstring is its manual page, ``RULE`` what it looks for.

A new rule is a new module here, ``l21_….py``; nothing lists them. Their texts are in the catalogue.
"""
