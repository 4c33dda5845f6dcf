"""What a spec leaves to be understood is written out."""

from __future__ import annotations

from generator.spec.model import Spec
from tests.spec.conftest import Load


def completed(load: Load, content: str) -> Spec:
    loaded = load("project: x\n" + content)
    assert [problem.as_text() for problem in loaded.errors] == []
    assert loaded.spec is not None
    return loaded.spec


def test_an_entity_without_screens_gets_list_form_and_detail_behind_a_home(load: Load) -> None:
    screens = completed(load, "entities: {report: {title: 通報}}\n").screens
    assert [(key, screen.kind, screen.title) for key, screen in screens.items()] == [
        ("home", "home", "ホーム"),
        ("report_list", "list", "通報一覧"),
        ("report_form", "form", "通報の登録"),
        ("report_detail", "detail", "通報の詳細"),
    ]


def test_the_derived_titles_are_in_the_language_of_the_prototype(load: Load) -> None:
    loaded = load("project: {title: x, language: en}\nentities: {report: {title: Report}}\n")
    assert loaded.spec is not None
    assert loaded.spec.screens["report_list"].title == "Report: list"


def test_an_entity_with_screens_gets_only_the_detail_that_they_open(load: Load) -> None:
    screens = completed(load, "entities: [a]\nscreens: {a_list: 一覧}\n").screens
    assert list(screens) == ["home", "a_list", "a_detail"]


def test_a_derived_detail_is_seen_by_those_who_see_the_other_screens(load: Load) -> None:
    spec = completed(
        load,
        """\
roles: [住民, 窓口, 係長]
entities: {report: [場所], log: [内容]}
screens:
  report_list: {roles: [窓口]}
  report_form: {roles: [住民, 窓口]}
  log_list: {}
""",
    )
    assert spec.screens["report_detail"].roles == ("窓口", "住民")
    assert spec.screens["log_detail"].roles == ()


def test_the_id_of_a_screen_tells_kind_and_entity(load: Load) -> None:
    screens = completed(load, "entities: {a: 記録, b: }\nscreens: [a_list, b_form, home]\n").screens
    assert (screens["a_list"].kind, screens["a_list"].entity) == ("list", "a")
    assert screens["a_list"].title == "記録一覧"
    assert (screens["b_form"].kind, screens["b_form"].entity) == ("form", "b")
    assert screens["home"].kind == "home"


def test_a_single_entity_need_not_be_named(load: Load) -> None:
    screens = completed(load, "entities: [a]\nscreens: {all: {kind: list}}\n").screens
    assert screens["all"].entity == "a"


def test_a_derived_screen_never_takes_the_place_of_a_written_one(load: Load) -> None:
    screens = completed(
        load, "entities: [a]\nscreens: {home: {kind: list}, a_detail: {kind: form}}\n"
    ).screens
    assert {key: screen.kind for key, screen in screens.items()} == {
        "home_": "home",
        "home": "list",
        "a_detail": "form",
        "a_detail_": "detail",
    }


def test_an_entity_without_fields_has_a_name(load: Load) -> None:
    fields = completed(load, "entities: [a]\n").entities["a"].fields
    assert {key: field.title for key, field in fields.items()} == {"name": "名称"}


def test_states_without_transitions_follow_each_other_and_the_last_is_final(load: Load) -> None:
    entity = completed(load, "entities: {a: {states: [受付, 確認中, 完了]}}\n").entities["a"]
    assert [(t.title, t.from_, t.to) for t in entity.transitions.values()] == [
        ("「確認中」へ進める", ("受付",), "確認中"),
        ("「完了」へ進める", ("確認中",), "完了"),
    ]
    assert [key for key, state in entity.states.items() if state.final] == ["完了"]
    assert entity.initial_state == "受付"


def test_a_last_state_that_is_left_again_is_not_final(load: Load) -> None:
    entity = completed(
        load, "entities: {a: {states: [s, t], transitions: {x: {from: t, to: s}}}}\n"
    ).entities["a"]
    assert not any(state.final for state in entity.states.values())


def test_a_state_may_be_marked_as_the_initial_one(load: Load) -> None:
    entity = completed(load, "entities: {a: {states: {s: , t: {initial: true}}}}\n").entities["a"]
    assert entity.initial_state == "t"
