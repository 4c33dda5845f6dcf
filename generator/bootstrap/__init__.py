"""What start.py needs before anything is installed: the standard library is enough for it."""
