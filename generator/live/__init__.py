"""A prototype that runs and follows its spec while somebody types.

One process builds, another shows: ``watch`` → ``serve`` → ``child`` | ``starter`` → :mod:`.room`.
What the room requests of its parent goes the other way, by ``parent_request``.

The process that builds:

- ``serve`` builds, serves and follows: the main loop that drives the others
- ``watch`` notices that files were saved
- ``presence`` tells whether the spec is still there, or only between two saves
- ``verifier`` verifies in the background what changed
- ``child`` starts the other process and tells it what changed
- ``port`` finds a port, and ``address`` what others call this machine, to invite them
- ``room_secrets`` keeps PIN and links beside the spec

The process that shows:

- ``starter`` imports what takes long, then serves the room
- ``parent_request`` asks the process that builds for something, such as a restart
- ``kit`` is the one door to the prototype's kit, ``nicegui_inside`` the one to NiceGUI's inside
- ``room`` serves the prototype and changes it while everybody uses it
- ``workshop`` lets people decide, ask and walk on it
"""
