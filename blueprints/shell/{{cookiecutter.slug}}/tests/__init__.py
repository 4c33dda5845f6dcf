"""The tests of the screens, one module each; each test has records of its own."""
