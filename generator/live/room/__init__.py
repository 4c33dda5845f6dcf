"""The room: serves a prototype in the child process and changes it under everybody's hands.

``code`` loads modules that were saved, ``compiled`` keeps those of the kit for all prototypes,
``current`` is the prototype made of them, ``wrong`` says what does not work; ``patch`` turns a page
into the next one while people type in it, ``guests`` knows who sees what, ``room`` does one after
the other, ``server`` is the way in. ``quicker`` only saves time.
"""
