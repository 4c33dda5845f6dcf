"""The structural rules, one a module: its docstring is its manual page, ``find`` finds the gaps.

A new rule is a new module here, ``s21_….py``; nothing lists them. Their texts are in the catalogue.
"""
