"""A spec made out of answers says what was answered, whatever that was."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.blueprints import Blueprints
from generator.first_spec import Answers, names_in, one_line, spec_text
from generator.spec.load import load_bytes

VOCABULARY = Blueprints.find().vocabulary
typed = st.text(alphabet=st.characters() | st.sampled_from(string.punctuation + "受付、完了\t"))


@given(typed, typed, typed, typed, typed, typed)
@settings(max_examples=200, deadline=None)
def test_any_answers_give_a_spec_without_errors(
    title: str, towns: str, entity: str, fields: str, states: str, roles: str
) -> None:
    answers = Answers(
        one_line(title) or "題",
        names_in(towns),
        one_line(entity) or "物",
        names_in(fields) or ["名"],
        names_in(states),
        names_in(roles),
    )
    loaded = load_bytes(spec_text(answers).encode(), "first.yaml", VOCABULARY)
    assert loaded.spec is not None, [problem.as_text() for problem in loaded.errors]
    assert loaded.spec.project.title == answers.title
    made = loaded.spec.entities["record"]
    assert made.title == answers.entity
    assert [
        made.fields[f"field{n + 1}"].title for n in range(len(answers.fields))
    ] == answers.fields
    assert list(made.states) == answers.states


def test_fields_get_the_type_that_their_names_suggest() -> None:
    fields = ["場所", "受付日", "概算費用", "備考", "連絡先の電話"]
    text = spec_text(Answers("題", [], "物", fields, [], []))
    loaded = load_bytes(text.encode(), "first.yaml", VOCABULARY)
    assert loaded.spec is not None
    types = [field.type for field in loaded.spec.entities["record"].fields.values()]
    assert types == ["text", "date", "money", "multiline", "phone"]
