"""The room: serves a prototype in the child process and changes it under everybody's hands.

A change comes in at ``server``, is loaded by ``changes``, and goes out page by page by ``showing``.

The way in: ``server`` serves the room and hears of changes; ``room`` puts the parts together and
answers requests and what browsers do.

The prototype, one for all: ``code`` loads modules that were saved, ``compiled`` keeps those of the
kit for all prototypes, ``current`` is the prototype made of them, ``changes`` loads it anew and has
it shown, ``wrong`` says what does not work, ``records_away`` whether the database answers, ``tidy``
gives memory back.

The pages, one for each browser: ``guest`` is a browser with a page and how far that has come,
``guests`` all of them and who sees the same, ``showing`` lets one after the other follow a change,
``common_pages`` sends what several see alike, ``renewal`` brings one page up to it. They stand on
``building``, which builds a page, ``views``, what somebody sees where, and ``patch``, which turns a
page into the next while people type in it. ``host`` is what stands round every page, ``bar`` the
bar at its foot.

Who comes in: ``proxies`` reads what proxies say, ``door`` looks at every request, ``keys`` and
``rights`` tell who may do what, ``attempts`` counts wrong PINs, ``join``, ``forms`` and ``wall``
let people in; ``admission`` and ``connections`` keep floods away.
"""
