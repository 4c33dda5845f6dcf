"""What the tests of one screen kind need: a module for each kind, with a function ``plan``."""
