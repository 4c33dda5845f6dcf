"""The room: serves a prototype in the child process and changes it under everybody's hands.

``server`` is the way in. Of the prototype: ``code`` loads modules that were saved, ``compiled``
keeps those of the kit for all prototypes, ``current`` is the prototype made of them, ``wrong`` says
what does not work. Of the pages: ``patch`` turns one into the next while people type in it,
``guests`` knows who sees what, ``room`` does one after the other, ``bar`` says what is wrong,
``tidy`` gives memory back. Who comes in: ``door`` looks at every request, ``keys`` and ``rights``
tell who may do what, ``attempts`` counts wrong PINs, ``join``, ``forms`` and ``wall`` let people
in, ``proxies`` reads what proxies say; ``admission`` and ``connections`` keep floods away.
"""
