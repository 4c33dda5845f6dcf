"""The workshop round the prototype: decide where you see it, ask where you see it, look at it all.

It belongs to Sawaru and not to the generated project: it stands on every page as a layer of the
prototype's frame, and has pages of its own for the wall.
"""
