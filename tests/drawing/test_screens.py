"""Which screen leads to which, for each role as the prototype does it."""

from __future__ import annotations

from generator.drawing import screens
from tests.drawing.conftest import Read

SPEC = """\
project: 町
roles: {citizen: 住民, desk: 窓口}
entities:
  report: {title: 通報, fields: {place: 場所, on: {title: 日, type: date}}, states: [受付, 完了]}
screens:
  home: {title: はじめに}
  report_form: {title: 通報する, roles: [citizen]}
  desk_form: {title: 電話の通報を入れる, kind: form, entity: report, roles: [desk]}
  report_list: {title: 一覧, roles: [desk]}
  report_board: {title: ボード, roles: [desk]}
  report_calendar: {title: 予定, roles: [desk], date: on}
  status: {title: 状況, kind: dashboard, tiles: [{count: report}], roles: [desk]}
  report_detail: {title: 詳細}
  report_print: {title: 通知書, roles: [desk]}
  about: {title: 使い方, kind: page, text: "[通報](report_form) [外](https://example.org)"}
"""


def rows(read: Read, chosen: str) -> set[tuple[str, ...]]:
    return set(screens.draw(read(SPEC), chosen).rows)


def test_all_roles_or_one_of_several_can_be_chosen(read: Read) -> None:
    everybody = {"": "すべての役割"}
    assert screens.choices(read(SPEC)) == everybody | {"citizen": "住民", "desk": "窓口"}
    assert screens.choices(read("{project: 町, roles: {desk: 窓口}}")) == everybody
    assert screens.choices(read("project: 町")) == everybody


def test_a_role_gets_from_its_screens_to_those_that_it_may_open(read: Read) -> None:
    assert rows(read, "citizen") == {
        ("はじめに", "メニュー", "通報する", "住民"),
        ("はじめに", "メニュー", "使い方", "住民"),
        ("通報する", "登録する", "詳細", "住民"),
        ("詳細", "直す", "通報する", "住民"),
        ("使い方", "リンク", "通報する", "住民"),
    }
    inner = {row[:3] for row in rows(read, "desk") if row[1] != "メニュー"}
    assert inner == {
        ("電話の通報を入れる", "登録する", "詳細"),
        ("一覧", "1件を選ぶ", "詳細"),
        ("一覧", "新しく入れる", "電話の通報を入れる"),
        ("ボード", "1件を選ぶ", "詳細"),
        ("ボード", "一覧で見る", "一覧"),
        ("予定", "1件を選ぶ", "詳細"),
        ("予定", "新しく入れる", "電話の通報を入れる"),
        ("状況", "件数を押す", "一覧"),
        ("詳細", "直す", "電話の通報を入れる"),
        ("詳細", "印刷する", "通知書"),
    }


def test_of_all_roles_it_is_said_who_takes_a_way(read: Read) -> None:
    found = rows(read, "")
    assert ("はじめに", "メニュー", "使い方", "だれでも") in found
    assert ("詳細", "直す", "通報する", "住民") in found
    assert ("詳細", "直す", "電話の通報を入れる", "窓口") in found


def test_screens_stand_in_the_group_of_their_entity_and_those_of_a_record_are_dashed(
    read: Read,
) -> None:
    source = screens.draw(read(SPEC), "citizen").source
    assert source.splitlines() == [
        "flowchart LR",
        's0["はじめに"]',
        's9["使い方"]',
        'subgraph g0["通報"]',
        's1["通報する"]',
        's7["詳細"]',
        "end",
        's0 -.->|"メニュー"| g0',
        's0 -.->|"メニュー"| s9',
        's1 -->|"登録する"| s7',
        's7 -->|"直す"| s1',
        's9 -->|"リンク"| s1',
        "classDef record stroke-dasharray: 5 4",
        "class s7 record",
    ]


def test_a_group_that_nothing_leads_into_is_drawn_from_left_to_right(read: Read) -> None:
    assert "direction LR" in screens.draw(read("{project: 町, entities: {road: 路線}}"), "").source
    assert "direction LR" not in screens.draw(read(SPEC), "").source
