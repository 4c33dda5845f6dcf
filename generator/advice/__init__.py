"""Advice on what is still vague in a spec: questions for the people in the room, worst first.

Lexical rules look at words, structural rules at what is missing. Advice never stops a build.
"""
