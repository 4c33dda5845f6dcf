"""Records as the rows of a sheet: CSV or Excel, out of the prototype and back into it.

``values`` says how a value reads in a cell and back, ``files`` writes and reads the sheets
themselves, ``out`` gives a list to people, ``back`` (with ``intake``) takes rows in.
"""
