"""Records as the rows of a spreadsheet: exported as CSV or Excel, and imported again.

``values`` says how a value reads in a cell and back, ``files`` writes and reads the files
themselves, ``export`` gives a list to people, ``parsing`` (with ``store.intake``) reads the rows of
an import, which ``import_dialog`` shows before anything is written.
"""
