"""The workshop around the prototype: decide and ask on its screens, and look at the whole of it.

It belongs to Sawaru and not to the generated project: it is on every page as a layer of the
prototype's frame, and has pages of its own for the wall.

What people do goes ``layer`` → ``feature_sheet`` → ``participant`` → ``scribe`` →
:mod:`generator.decide`. The spec comes back ``specs`` → ``open_pages``, and to the screens by
:mod:`generator.live.room`.

All together:

- ``workshop`` is the layer, the pages, and who writes
- ``specs`` looks up the spec as it is on disk
- ``participant`` is somebody at a browser: who they are, and writing for them
- ``scribe`` writes what is decided into the spec, one after the other
- ``drafts`` are what was typed and not recorded yet
- ``verified`` is what is known of each screen from its tests

On the screens of the prototype:

- ``layer`` puts decide mode on every page
- ``walk`` is a process that is walked step by step
- ``walk_bar`` shows on every page which step it is
- ``walk_offers`` lets people begin one, or join

Dialogs and forms:

- ``feature_sheet`` is the dialog about a part of the prototype and its feature
- ``dialog`` opens dialogs over a page, one at a time
- ``draft_form`` holds fields, and keeps what is typed as a draft
- ``decision_form`` puts a feature into a phase
- ``questions_form`` shows questions, asks and answers them
- ``unwritten`` shows what was recorded but is not in the spec

Pages of the workshop:

- ``page`` is what a page declares
- ``pages`` are the pages themselves, one a module
- ``open_pages`` serves them, and changes them in place when the spec changed
- ``drawing_view`` shows a diagram
- ``zoom`` makes what is on the wall larger and smaller
"""
