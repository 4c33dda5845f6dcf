"""Decisions: how one is written into the spec, what waits to be written, and the log of them.

A decision goes ``spec_snapshot`` → ``actions`` → ``write`` → ``attempt`` → ``splice`` →
``spec_file``; what became of it comes back by ``journal`` and ``report``.

What is decided:

- ``spec_snapshot`` is the spec as somebody sees it who is about to decide
- ``needs`` finds decisions that contradict what features need
- ``actions`` are what people do: decide, make a feature, ask, answer
- ``undo`` makes a decision that reverses the last one
- ``record`` writes a decision in one line of YAML

Writing it, always by one way:

- ``write`` journals, splices, proves and puts in place
- ``journal`` keeps every decision that was accepted, and what became of it
- ``attempt`` tries actions on a document
- ``spec_lock`` lets one write at a time
- ``spec_file`` reads the spec whole, and replaces it in one step
- ``exchange`` does that step
- ``commit`` makes a git commit of it, for those who wish it

The text of the spec:

- ``document`` is the spec as events that know their places
- ``outline`` tells what it says, without loading a spec
- ``titles`` are how people call its parts
- ``splice`` changes one entry and leaves every other byte
- ``mapping_edits`` change a mapping, ``short_forms`` make a mapping of a text
- ``layout`` tells where new lines go
- ``prove`` proves that a change did what it was meant to do
- ``refusal`` says why one can't be made

Telling of it:

- ``log`` is who decided what, when and why
- ``markdown`` and ``spreadsheet`` put it into a table
- ``describe`` says in words what people did
- ``report`` says what became of decisions
"""
