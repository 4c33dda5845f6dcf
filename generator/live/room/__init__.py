"""The room: serves a prototype in the child process and changes it under everybody's hands.

A change goes ``server`` → ``changes`` → ``current`` → ``showing`` → ``renewal`` → ``patch``. A
request goes ``proxies`` → ``door`` → ``admission`` → ``room`` → ``building``.

What goes in and out:

- ``server`` is the way in: it serves the room and reads what changed from the parent
- ``room`` puts the parts together, and answers requests and what browsers do

The prototype, one for all:

- ``code`` loads modules that were saved
- ``compiled`` keeps those of the kit for all prototypes
- ``current`` is the prototype made of them, and the way to the next one and back
- ``changes`` has loaded what was saved, and has it shown
- ``problems`` collects what is wrong with the spec and the code
- ``records_away`` says that the database does not answer
- ``cleanup`` collects garbage while nobody waits

The pages, one for each browser:

- ``guest`` is a browser with a page, and the state in which that is
- ``guests`` are all of them, and who of them sees the same
- ``showing`` lets them follow a change one after the other
- ``common_pages`` sends to all what several see alike
- ``renewal`` brings one page up to what there is now
- ``building`` builds a page, and falls back on how its screen last worked
- ``views`` tell what somebody sees where
- ``patch`` turns a page into the next one while people type in it
- ``host`` is what stands round every page
- ``bar`` is the bar at its foot that says what is wrong

Who comes in:

- ``proxies`` read what proxies say of a request
- ``door`` looks at every request
- ``admission`` makes pages for everybody in turn
- ``connections`` closes those on which no request comes to its end
- ``keys`` tell which right a browser has shown
- ``rights`` are the table of who may do what
- ``attempts`` count wrong PINs
- ``join`` is the page for who comes in, ``forms`` read what is typed there
- ``wall`` shows those who come in the QR code and the PIN
"""
