"""A worker process: files from outside are parsed in it, one at a time, never in the server.

A picture or a workbook of a few kilobytes can unpack to gigabytes, take hours, or crash what reads
it. A worker process has limits, can be ended at any time, and gives its memory back.
``worker`` is the side of the server, ``process`` the other one, ``frames`` what they send each
other.
"""
