"""Apart: what strangers sent is taken to pieces in a process of its own, one thing after the other.

A picture or a workbook of a few kilobytes can unpack to gigabytes, take hours, or crash what reads
it. In a process apart it meets limits, can be ended at any time, and gives its memory back.
``worker`` is the side of the server, ``process`` the other one, ``frames`` what they say to each
other.
"""
