"""What the tests of a prototype are to expect; all of it comes from the spec.

:mod:`.screen_tests` plans the test module of each screen, :mod:`.processes` that of each process.
"""
