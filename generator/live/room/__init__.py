"""The room: serves a prototype in the child process and changes it while everybody uses it.

A change goes ``server`` → ``changes`` → ``current`` → ``showing`` → ``renewal`` → ``patch``. A
request goes ``proxies`` → ``door`` → ``admission`` → ``room`` → ``building``.

What goes in and out:

- ``server`` is the way in: it serves the room and reads what changed from the parent
- ``room`` puts the parts together, and answers requests and what browsers do

The prototype, one for all:

- ``code`` loads modules that were saved
- ``compiled`` keeps those of the kit for all prototypes
- ``current`` is the prototype made of them; switches to the next one, and back when that fails
- ``changes`` loads what was saved, and has it shown
- ``problems`` collects what is wrong with the spec and the code
- ``records_away`` says that the database does not answer
- ``cleanup`` collects garbage while nobody waits

The pages, one for each browser:

- ``guest`` is a browser with a page, and how up to date that is
- ``guests`` are all of them, grouped by who sees the same page
- ``showing`` lets them follow a change one after the other
- ``common_pages`` sends what changed to all who see the same page at once
- ``renewal`` brings one page up to what there is now
- ``building`` builds a page, and falls back on how its screen last worked
- ``views`` are the kit's views, made for the prototype as it is now
- ``patch`` turns a page into the next one while people type in it
- ``host`` is what surrounds every page
- ``bar`` is the bar at its foot that shows problems

Who comes in:

- ``proxies`` read what proxies say of a request
- ``door`` looks at every request
- ``admission`` limits how many pages one browser has built at a time
- ``connections`` closes those whose requests never complete
- ``keys`` tell which right a browser has proved
- ``rights`` are the table of who may do what
- ``attempts`` count wrong PINs
- ``join`` is the page on which people join, ``forms`` reads what they submit there
- ``wall`` shows the QR code and the PIN on the projector
"""
