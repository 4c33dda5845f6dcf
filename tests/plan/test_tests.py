"""What the generated tests expect is what the spec says, in the words that the prototype uses."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline

BOOKING = """
spec: 1
project: {id: booking, title: 予約}
roles: {desk: 窓口, chief: 課長}
entities:
  room:
    title: 部屋
    fields:
      code: {title: 番号, required: true, unique: true, pattern: "[A-C]"}
      name: {title: 名前, required: true, max_length: 20}
    rows: [{code: A, name: 大}, {code: B, name: 小}]
  booking:
    title: 予約
    label: "{number}"
    fields:
      number: {title: 番号, type: auto_number}
      room: {title: 部屋, type: reference, entity: room, required: true}
      kind: {title: 種別, type: choice, choices: [会議, 会食, その他], required: true}
      other: {title: 内容, max_length: 5, show_when: {kind: その他}, required_when: {kind: その他}}
      people: {title: 人数, type: integer, min: 1, max: 30, unit: 人, default: 2, required: true}
      note: {title: 備考, type: multiline}
      catering: {title: 食事, type: boolean}
      cost: {title: 費用, type: money, max: 9000, required_when: {catering: はい}}
    states: {申請: {initial: true}, 許可: {}, 取消: {}}
    transitions:
      allow: {title: 許可する, from: 申請, to: 許可, by: [chief], requires: [note]}
      cancel: {title: 取り消す, from: [取消, 許可], to: 取消, reason: true}
    samples: 30
screens:
  home: {title: はじめに}
  booking_form: {title: 申し込む, kind: form, entity: booking, roles: [desk], help: 前日まで}
  booking_list: {title: 予約一覧, kind: list, entity: booking, sort: number,
    columns: [number, kind, state], filters: [state, kind, room]}
  allowed: {title: 許可した予約, kind: list, entity: booking, roles: [chief],
    where: {state: 許可}, columns: [number, people], filters: [state]}
  board: {title: 板, kind: board, entity: booking}
  booking_detail: {title: 詳細, kind: detail, entity: booking}
  room_form: {title: 部屋を足す, kind: form, entity: room}
"""


def modules(spec: str, folder: Path) -> dict[str, str]:
    """Return the test modules that are generated for ``spec``, by the name of their screen."""
    path = folder / "spec.yaml"
    path.write_text(spec, encoding="utf-8")
    built = Pipeline(Blueprints.find()).build(path, folder / "made")
    assert [problem.as_text("en") for problem in built.loaded.errors] == []
    return {
        file.stem.removeprefix("test_"): file.read_text(encoding="utf-8")
        for file in sorted((folder / "made" / "tests").glob("test_*.py"))
    }


def functions_of(module: str) -> dict[str, str]:
    """Return the source of every test of a module by its name without ``test_``."""
    return {
        node.name.removeprefix("test_"): "\n".join(
            [*map(ast.unparse, node.decorator_list), *map(ast.unparse, node.body)]
        )
        for node in ast.parse(module).body
        if isinstance(node, ast.FunctionDef)
    }


@pytest.fixture(scope="module")
def booking(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    made = modules(BOOKING, tmp_path_factory.mktemp("booking"))
    return {name: functions_of(text) for name, text in made.items()}


def test_there_is_a_module_for_every_screen(booking: dict[str, dict[str, str]]) -> None:
    assert set(booking) == {
        *("home", "booking_form", "booking_list", "allowed", "board", "booking_detail"),
        *("room_form", "room_detail"),
    }


def test_a_screen_opens_for_its_roles_and_for_no_other(booking: dict[str, dict[str, str]]) -> None:
    form = booking["booking_form"]
    assert "role='desk'" in form["opens"]
    assert "look.expect_help('前日まで')" in form["opens"]
    assert "('role', ['chief'])" in form["is_refused_to_a_role_that_may_not_see_it"]
    listing = booking["booking_list"]
    assert "role='desk'" in listing["opens"]
    assert "('role', ['chief'])" in listing["opens_for_a_role_that_may_see_it"]
    assert "is_refused_to_a_role_that_may_not_see_it" not in listing


def test_a_form_is_expected_to_ask_in_the_order_of_the_spec(
    booking: dict[str, dict[str, str]],
) -> None:
    assert booking["booking_form"]["asks_for_every_field"].splitlines()[2:] == [
        "look.expect_records('部屋', required=True)",
        "look.expect_buttons('種別', ['会議', '会食', 'その他'], required=True)",
        "look.expect_not_asked('内容')",
        "look.expect_line('人数', required=True)",
        "look.expect_line('備考')",
        "look.expect_box('食事')",
        "look.expect_line('費用')",
    ]


def test_a_required_field_with_a_default_is_emptied_first(
    booking: dict[str, dict[str, str]],
) -> None:
    steps = booking["booking_form"]["says_which_required_fields_are_empty_and_saves_nothing"]
    assert steps.splitlines()[1:] == [
        "before = look.count('booking')",
        "look.fill('人数', '')",
        "look.add()",
        "look.expect_wrong('部屋', '部屋を選んでください')",
        "look.expect_wrong('種別', '種別を選んでください')",
        "look.expect_wrong('人数', '人数を入力してください')",
        "after = look.count('booking')",
        "assert after == before",
    ]


def test_values_just_outside_a_rule_are_refused_in_the_words_of_the_kit(
    booking: dict[str, dict[str, str]],
) -> None:
    rows = booking["booking_form"]["refuses_what_breaks_a_rule"]
    assert rows.startswith("look.go_on_at(ADDRESS, role='desk')\nlook.expect_refusals(")
    assert "('人数', '0', '1人以上にしてください')" in rows
    assert "('人数', '31', '30人以下にしてください')" in rows
    assert "('費用', '9001', '9,000円以下にしてください')" in rows
    assert "内容" not in rows, "it is not on the form when that opens"


def test_what_shows_a_field_is_chosen_before_the_field_is_expected(
    booking: dict[str, dict[str, str]],
) -> None:
    assert booking["booking_form"]["other_is_asked_when_it_applies"].splitlines() == [
        "look.go_on_at(ADDRESS, role='desk')",
        "look.expect_not_asked('内容')",
        "look.press('種別', 'その他')",
        "look.expect_line('内容', required=True)",
        "look.expect_refusals([('内容', 'あああああ"
        + "あ', '5文字以内で入力してください(今は6文字)')])",
        "look.press('種別', '会議')",
        "look.expect_not_asked('内容')",
    ]
    assert booking["booking_form"]["cost_is_asked_when_it_applies"].splitlines()[1:] == [
        "look.expect_line('費用')",
        "look.tick('食事')",
        "look.expect_line('費用', required=True)",
        "look.untick('食事')",
        "look.expect_line('費用')",
    ]


def test_a_form_is_opened_anew_where_a_test_before_leaves_it_otherwise(tmp_path: Path) -> None:
    fields = """
      kind: {title: 種別, type: choice, choices: [甲, 乙, 丙, 丁], required: true}
      first: {title: 一, show_when: {kind: 甲}}
      width: {title: 幅, max_length: 3}
      wide: {title: 二, show_when: {width: 広い}}
      only: {title: 三, type: choice, choices: [可], show_when: {kind: 乙}}
      deep: {title: 四, show_when: {only: 可}}
      last: {title: 五, show_when: {kind: 丙}}
"""
    spec = f"project: p\nentities:\n  thing:\n    title: 物\n    fields:{fields}"
    form = functions_of(modules(spec, tmp_path)["thing_form"])
    opened = {
        name.partition("_")[0]: steps.splitlines()[0].partition("(")[0]
        for name, steps in form.items()
        if name.endswith("is_asked_when_it_applies")
    }
    assert opened == {
        "first": "look.go_on_at",
        "wide": "look.open",  # tests before type into what decides on it
        "only": "look.go_on_at",
        "deep": "look.go_on_at",
        "last": "look.open",  # two choices led to the one before, which are not taken back
    }
    assert form["deep_is_asked_when_it_applies"].splitlines()[-1].startswith("look.expect_line")


def test_a_saved_record_is_looked_for_where_it_belongs(booking: dict[str, dict[str, str]]) -> None:
    steps = booking["booking_form"]["saves_a_valid_record_that_is_found_again"]
    assert "visit.choose_first('部屋')\nvisit.press('種別', '会議')\n" in steps
    assert "visit.fill('備考', '試験7391')" in steps, "something must be there to be searched"
    assert "visit.expect_title('詳細')\n" in steps
    assert "visit.expect_value('人数', '2人')" in steps
    assert "visit.open('/s/booking_list', role='desk', q='試験7391')\n" in steps
    assert steps.endswith("visit.table.expect_only('種別', '会議')")


def test_a_unique_value_is_none_that_a_record_has_already(
    booking: dict[str, dict[str, str]],
) -> None:
    steps = booking["room_form"]["saves_a_valid_record"]
    assert "visit.fill('番号', 'C')" in steps


def test_a_list_is_expected_to_narrow_by_columns_only(booking: dict[str, dict[str, str]]) -> None:
    listing = booking["booking_list"]
    assert "expect_columns(['番号', '種別', '状態'])" in listing["shows_its_columns"]
    assert listing["offers_its_filters"].splitlines()[2:] == [
        "look.table.expect_filter('状態', ['申請', '許可', '取消'])",
        "look.table.expect_filter('種別', ['会議', '会食', 'その他'])",
        "look.table.expect_filter('部屋')",
    ]
    assert listing["a_filter_shows_only_what_was_chosen"].splitlines() == [
        "look.record('booking', {'state': ['申請']})",
        "look.record('booking', {'kind': ['会議']})",
        "look.go_on_at(ADDRESS, role='desk')",
        "look.table.expect_narrowed('状態', ['申請', '許可', '取消'], column='状態')",
        "look.table.expect_narrowed('種別', ['会議', '会食', 'その他'], column='種別')",
    ]


def test_the_first_press_on_the_sorted_column_turns_the_order(
    booking: dict[str, dict[str, str]],
) -> None:
    steps = booking["booking_list"]["sorts_by_the_column_whose_header_is_pressed"]
    assert "expect_sorted('番号', 'descending')" in steps
    assert "expect_order('番号', 'descending')" in steps
    assert "expect_sorted('種別', 'ascending')" in steps


def test_pages_are_turned_where_there_are_more_records_than_one_shows(
    booking: dict[str, dict[str, str]],
) -> None:
    assert "expect_rows(21, 30, of=30)" in booking["booking_list"]["turns_its_pages"]
    assert "turns_its_pages" not in booking["allowed"], "how many there are is not in the spec"


def test_a_limited_list_offers_what_it_is_limited_to(booking: dict[str, dict[str, str]]) -> None:
    assert "expect_filter('状態', ['許可'])" in booking["allowed"]["offers_its_filters"]


def test_every_role_is_offered_what_it_may_do_in_every_state(
    booking: dict[str, dict[str, str]],
) -> None:
    rows = booking["booking_detail"]["offers_exactly_what_the_role_may_do_in_the_state"]
    for row in (
        "('desk', '申請', [])",
        "('desk', '許可', ['取り消す'])",
        "('chief', '申請', ['許可する'])",
        "('chief', '取消', ['取り消す'])",
    ):
        assert row in rows


def test_a_transition_is_refused_empty_and_then_leads_on(
    booking: dict[str, dict[str, str]],
) -> None:
    assert booking["booking_detail"]["allow_leads_on"].splitlines() == [
        "visit.open_record(ADDRESS, 'booking', state='申請', role='chief')",
        "visit.expect_actions(['許可する'])",
        "visit.click('許可する')",
        "dialog = visit.dialog('許可する')",
        "dialog.fill('備考', '')",
        "dialog.click('許可する')",
        "dialog.expect_wrong('備考', '備考を入力してください')",
        "dialog.fill('備考', '試験7391')",
        "dialog.click('許可する')",
        "visit.expect_taken('許可する', '許可')",
        "visit.expect_value('状態', '許可')",
        "visit.expect_history('許可する')",
    ]
    cancel = booking["booking_detail"]["cancel_leads_on"]
    assert "state='許可'" in cancel, "from another state than the one it leads to"


def test_a_detail_that_only_shows_leads_to_no_form(tmp_path: Path) -> None:
    spec = "project: p\nentities: {thing: {title: 物, fields: {a: 甲}}}\n"
    spec += (
        "screens: {form: {title: 登録, entity: thing}, detail: {title: 詳細, entity: thing%s}}\n"
    )
    shown = functions_of(modules(spec % ", edit: false", tmp_path)["detail"])
    assert "look.expect_no_edit()" in shown["only_shows_the_record"]
    assert "leads_to_the_form_that_changes_the_record" not in shown
    changed = functions_of(modules(spec % "", tmp_path)["detail"])
    assert "look.expect_edit('/s/form')" in changed["leads_to_the_form_that_changes_the_record"]
    assert "only_shows_the_record" not in changed


def test_a_card_may_not_go_where_no_transition_leads(booking: dict[str, dict[str, str]]) -> None:
    board = booking["board"]
    assert "expect_columns(['申請', '許可', '取消'])" in board["has_its_columns_in_order"]
    stays = board["a_card_stays_when_it_is_dragged_where_it_may_not_go"]
    assert "role='desk'" in stays
    assert "expect_not_moved('申請', '許可')" in stays
    assert "role='chief'" in board["a_card_moves_by_its_menu"]


def test_whoever_drags_a_card_says_which_of_two_ways_is_meant(tmp_path: Path) -> None:
    two = "      refuse: {title: 不許可にする, from: 申請, to: 許可, by: [chief]}\n"
    made = modules(BOOKING.replace("      cancel:", two + "      cancel:"), tmp_path)
    board = functions_of(made["board"])
    assert (
        "visit.board.choose_way('許可', '不許可にする')" in board["a_card_moves_when_it_is_dragged"]
    )
    assert "choose_way" not in board["a_card_moves_by_its_menu"]


def test_the_home_leads_each_role_to_its_screens(booking: dict[str, dict[str, str]]) -> None:
    rows = booking["home"]["leads_to_every_screen_that_the_role_may_open"].splitlines()[0]
    first = booking["home"]["leads_to_every_screen"]
    assert "[('申し込む', '/s/booking_form'), ('予約一覧', '/s/booking_list')," in first
    assert "('chief', [('予約一覧', '/s/booking_list'), ('許可した予約', '/s/allowed')," in rows
    assert "booking_detail" not in rows, "a record is opened from the list"


def test_a_project_without_roles_has_none_in_its_tests(tmp_path: Path) -> None:
    spec = (
        "project: 通報\nentities: {report: {title: 通報, fields: {place: 場所}, states: [新, 済]}}"
    )
    made = modules(spec, tmp_path)
    assert "role=" not in made["report_list"] + made["report_form"]
    assert (
        "(None, '新', ['「済」へ進める'])"
        in functions_of(made["report_detail"])["offers_exactly_what_the_role_may_do_in_the_state"]
    )


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (r"{a: {title: 名, pattern: '[^\s\S]', required: true}}", "no text could be found"),
        ("{a: {title: 名}, b: {title: 名, required: true}}", "several fields are called so"),
        (
            "{a: {title: 名, type: reference, entity: empty, required: true}}",
            "there is no record yet to choose",
        ),
    ],
)
def test_what_cannot_be_tested_is_told_in_the_module(
    fields: str, reason: str, tmp_path: Path
) -> None:
    spec = (
        f"project: p\nentities:\n  thing: {{title: 物, fields: {fields}}}\n"
        "  empty: {title: 空, fields: {x: X}, samples: 0}\n"
    )
    form = modules(spec, tmp_path)["thing_form"]
    assert reason in form
    assert "test_saves_a_valid_record" not in form


def test_a_form_that_does_not_ask_for_what_must_be_filled_cannot_save(tmp_path: Path) -> None:
    spec = (
        "project: p\n"
        "entities: {thing: {title: 物, fields: {a: 甲, b: {title: 乙, required: true}}}}\n"
        "screens: {form: {title: 登録, entity: thing, fields: [a]}}\n"
    )
    form = modules(spec, tmp_path)["form"]
    assert "# - saving a record: 乙 must be filled in, but can't be on this form" in form


def test_without_sample_records_nothing_is_expected_of_a_record(tmp_path: Path) -> None:
    spec = "project: p\nentities: {thing: {title: 物, fields: {a: 甲}, states: [新], samples: 0}}\n"
    made = modules(spec, tmp_path)
    assert "the spec asks for no sample data" in made["thing_detail"]
    detail = functions_of(made["thing_detail"])
    assert set(detail) == {"opens", "is_built_of_its_parts", "has_no_barriers"}
    assert "term" not in detail["is_built_of_its_parts"]
    assert "a_row_leads_to_its_record" not in functions_of(made["thing_list"])


def test_a_form_is_expected_to_accept_what_only_just_keeps_its_rules(
    booking: dict[str, dict[str, str]],
) -> None:
    accepts = booking["booking_form"]["accepts_what_only_just_keeps_a_rule"]
    assert accepts.splitlines() == [
        "look.go_on_at(ADDRESS, role='desk')",
        "look.expect_accepted({'人数': '1', '費用': '9000'}, but=('部屋', '部屋を選んでください'))",
        "look.expect_accepted({'人数': '30'}, but=('部屋', '部屋を選んでください'))",
    ]


def test_what_keeps_a_form_from_saving_is_emptied_where_another_test_types_into_it(
    booking: dict[str, dict[str, str]],
) -> None:
    form = booking["room_form"]
    assert "look.expect_refusals([('番号'," in form["refuses_what_breaks_a_rule"]
    accepts = form["accepts_what_only_just_keeps_a_rule"].splitlines()
    assert accepts[1] == "look.fill('番号', '')"
    assert accepts[2].endswith("but=('番号', '番号を入力してください'))")


def test_a_unique_field_is_expected_to_refuse_what_a_record_has(
    booking: dict[str, dict[str, str]],
) -> None:
    refuses = booking["room_form"]["refuses_what_another_record_has_already"]
    assert "look.fill('番号', 'A')" in refuses
    assert "同じ番号の記録がもうあります" in refuses


def test_the_server_is_expected_to_refuse_roles_states_and_empty_dialogs(
    booking: dict[str, dict[str, str]],
) -> None:
    rows = booking["booking_detail"]["what_is_not_offered_is_refused_by_the_server"]
    assert "('申請', 'allow', 'desk', 'Refused')" in rows
    assert "('許可', 'allow', 'chief', 'Refused')" in rows
    assert "('申請', 'allow', 'chief', 'NotValid')" in rows


def test_the_server_is_expected_to_allow_who_takes_no_transition_on_the_screen(
    booking: dict[str, dict[str, str]],
) -> None:
    rows = booking["booking_detail"]["what_every_role_is_offered_is_allowed_by_the_server"]
    assert rows.startswith("rows = [('取消', 'cancel', 'chief', 'NotValid')]"), rows


def test_a_list_is_expected_in_its_order_and_within_its_limit(
    booking: dict[str, dict[str, str]],
) -> None:
    first = booking["booking_list"]["stands_in_its_own_order_at_first"]
    assert "expect_sorted('番号', 'ascending')" in first
    assert "expect_order('番号', 'ascending')" in first
    assert (
        "look.count('booking', {'state': ['許可']})"
        in (booking["allowed"]["shows_only_records_that_belong_to_it"])
    )


def test_a_process_is_walked_with_one_record_by_those_who_act(tmp_path: Path) -> None:
    process = """
processes:
  P1:
    title: 申し込みから許可まで
    steps:
      S1: {title: 申し込む, actor: desk, screen: booking_form}
      S2: {title: 許可する, actor: chief, screen: board, action: allow}
      S3: {title: 取り消す, actor: chief, screen: booking_detail, action: cancel}
      S4: {title: 電話する, actor: desk}
"""
    walk = modules(BOOKING + process, tmp_path)["process_P1"]
    lines = functions_of(walk)["walks_from_the_first_step_to_the_last"].splitlines()
    assert "booking = visit.latest('booking')" in lines
    opened = [line for line in lines if "open" in line]
    assert opened == [
        "visit.open('/s/booking_form', role='desk')",
        "visit.open_for('/s/booking_detail', booking, role='chief')",
        "visit.open_for('/s/booking_detail', booking, role='chief')",
    ]
    assert lines[-1] == "visit.expect_taken('取り消す', '取消')"
    assert "# - 電話する: it has no screen" in walk


def test_texts_of_the_spec_cannot_leave_their_quotes(tmp_path: Path) -> None:
    title = r'"\"\"\") or exit(\"' + r"' {{ 7*7 }} \n# \\"
    title += '"'
    spec = f"project: p\nentities: {{thing: {{title: {title}, fields: {{a: {title}}}}}}}\n"
    expected = ast.literal_eval(title)
    form = ast.parse(modules(spec, tmp_path)["thing_form"])
    texts = [node.value for node in ast.walk(form) if isinstance(node, ast.Constant)]
    assert any(isinstance(text, str) and text == expected.strip() for text in texts)
    assert "exit" not in [node.id for node in ast.walk(form) if isinstance(node, ast.Name)]


def test_a_screen_kind_without_a_template_for_tests_has_none(tmp_path: Path) -> None:
    own = tmp_path / "own" / "screens" / "plain"
    own.mkdir(parents=True)
    (own / "kind.yaml").write_text("entity: false\n", encoding="utf-8")
    (own / "screen.py.jinja").write_text('"""Plain."""\n', encoding="utf-8")
    spec = tmp_path / "spec.yaml"
    spec.write_text("project: p\nscreens: {x: {title: x, kind: plain}}\n", encoding="utf-8")
    Pipeline(Blueprints.find(tmp_path / "own")).build(spec, tmp_path / "made")
    assert (tmp_path / "made" / "prototype" / "screens" / "x.py").is_file()
    assert not (tmp_path / "made" / "tests" / "test_x.py").exists()


def test_a_phase_view_is_read_without_what_comes_later(tmp_path: Path) -> None:
    spec = """
project: 通報
phases: {1: 第1期, 2: 第2期}
features:
  F1: {title: 受付, phase: 1}
  F2: {title: 費用, phase: 2}
  F3: {title: 判定, phase: undecided}
  F4: {title: 除雪, phase: out}
entities:
  report:
    title: 通報
    fields:
      place: {title: 場所, type: choice, choices: [道, 橋], feature: F1}
      cost: {title: 費用の見込み, feature: F2}
      rank: {title: 緊急度, feature: F3}
      snow: {title: 雪の深さ, feature: F4}
      seen: {title: 見た人, feature: F2, show_when: {place: 橋}}
"""
    made = modules(spec, tmp_path)
    rows = made["report_form"].partition("def test_shows_in_each_phase")[0]
    assert '("1", ["場所", "緊急度"], ["見た人", "費用の見込み", "雪の深さ"])' in rows, (
        "what is undecided is there as a ghost"
    )
    assert '("2", ["場所", "緊急度", "見た人", "費用の見込み"], ["雪の深さ"])' in rows
    assert 'given={"place": "橋"}' in made["report_form"], "what it depends on is answered"
    plain = modules(spec.replace("feature: ", "help: "), tmp_path)
    assert "phase" not in plain["report_form"]


def test_a_phase_view_is_read_on_cards_on_maps_and_in_the_steps_of_a_wizard(
    tmp_path: Path,
) -> None:
    spec = """
project: 通報
phases: {1: 第1期, 2: 第2期}
features: {F1: {title: 受付, phase: 1}, F2: {title: 費用, phase: 2}}
entities:
  report:
    title: 通報
    fields:
      place: {title: 場所, feature: F1}
      spot: {title: 位置, type: location}
      kind: {title: 種別, type: choice, choices: [穴, 段差], feature: F2}
      cost: {title: 費用の見込み, feature: F2}
      note: {title: 見た人}
    states: {受付: {}, 完了: {}}
    samples: 3
screens:
  board: {title: 板, kind: board, entity: report, columns: [place, cost]}
  map: {title: 地図, kind: map, entity: report, location: spot, columns: [place], filters: [kind]}
  plain: {title: 地点, kind: map, entity: report, location: spot, columns: [place]}
  steps:
    title: 順に入れる
    kind: wizard
    entity: report
    steps:
      where: {title: どこで, fields: [place, kind]}
      what: {title: いくらで, fields: [cost], feature: F2}
      who: {title: だれが, fields: [note]}
"""
    made = modules(spec, tmp_path)
    rows = {name: text.partition("def test_shows_in_each_phase")[0] for name, text in made.items()}
    assert '[("1", [], ["費用の見込み"])]' in rows["board"]
    assert "sent.expect_no_lines(hidden)" in made["board"]
    assert '[("1", [], ["種別"])]' in rows["map"]
    assert '("1", [' not in rows["plain"]
    assert '[("1", ["場所"], ["いくらで", "種別"])]' in rows["steps"]


@pytest.mark.parametrize(
    ("answered", "depends"),
    [
        ("choices: [穴, 段差], default: 穴", "{kind: 穴}"),
        ("choices: [穴, 段差]", '{kind: ""}'),
        ("choices: [穴, 段差]", '{kind: [穴, ""]}'),
        ("", "{kind: 穴}"),
    ],
)
def test_nothing_is_expected_of_a_field_that_may_be_there_without_the_answer(
    answered: str, depends: str, tmp_path: Path
) -> None:
    spec = f"""
project: 通報
phases: {{1: 第1期, 2: 第2期}}
features: {{F2: {{title: 費用, phase: 2}}}}
entities:
  report:
    title: 通報
    fields:
      kind: {{title: 種別, type: {"choice" if answered else "text"}, feature: F2, {answered}}}
      cost: {{title: 費用の見込み, show_when: {depends}}}
"""
    rows = modules(spec, tmp_path)["report_form"].partition("def test_shows_in_each_phase")[0]
    assert '[("1", [], ["種別"])]' in rows


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ('note: {title: 備考, feature: F2}, memo: {title: "備考: 詳しく"}', None),
        ('note: {title: 備考, feature: F2}, memo: {title: "詳しく: 備考"}', "備考"),
        ("note: {title: 予約, feature: F2}", "予約"),
    ],
)
def test_a_line_is_told_from_others_that_begin_like_it(
    written: str, hidden: str | None, tmp_path: Path
) -> None:
    memo = ", memo" if "memo" in written else ""
    spec = f"""
project: 通報
phases: {{1: 第1期, 2: 第2期}}
features: {{F2: {{title: 費用, phase: 2}}}}
entities:
  report:
    title: 通報
    label: "番号: {{number}}"
    fields: {{number: {{title: 番号, type: auto_number, feature: F2}}, {written}}}
    states: {{受付: {{}}, 完了: {{}}}}
    samples: 3
screens:
  board: {{title: 板, kind: board, entity: report, columns: [number, note{memo}]}}
"""
    board = modules(spec, tmp_path)["board"]
    assert (f'[("1", [], ["{hidden}"])]' in board) is bool(hidden)
    assert '"番号"' not in board.partition("def test_shows_in_each_phase")[0], "the label says it"


def test_a_field_is_filled_in_after_what_lets_it_appear(tmp_path: Path) -> None:
    spec = """
project: 通報
entities:
  report:
    title: 通報
    fields:
      depth: {title: 深さ, required: true, show_when: {kind: 穴}}
      kind: {title: 種別, type: choice, choices: [穴, 段差], required: true}
"""
    saves = functions_of(modules(spec, tmp_path)["report_form"])["saves_a_valid_record"]
    assert saves.index("visit.press('種別', '穴')") < saves.index("visit.fill('深さ'")
