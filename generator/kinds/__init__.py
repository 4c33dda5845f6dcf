"""Screen kinds as their own folders define them: ``blueprints/screens/<kind>/``.

:mod:`.screen_kind` holds the traits that stand in ``kind.yaml``, :mod:`.load` reads them and finds
``kind.py``, in which a kind says what must be Python (see :mod:`generator.plan.kind`). No module of
the generator knows a kind by name; only the kinds themselves name each other.
"""
