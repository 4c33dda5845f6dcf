"""要望を出す"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/request_wizard"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_title("要望を出す")
    look.expect_help("1件につき5分ほどです。途中でやめても、同じ端末なら続きから入力できます。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "要望を出す" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["desk", "section", "manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["前の要望"])])
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="association", phase=phase, given={"repeated": "継続"})
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_no_barriers()


def test_asks_step_by_step(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    visit.expect_step("どの要望か", 1, 4)
    visit.expect_records("自治会", required=True)
    visit.expect_buttons("前年からの継続", ["新規", "継続"], required=True)
    visit.expect_not_asked("前の要望")
    visit.expect_list(
        "種類",
        [
            "道路・側溝",
            "除雪・流雪溝",
            "街灯・防犯灯",
            "河川・水路",
            "交通安全施設",
            "公園・集会所",
            "鳥獣・環境",
            "その他",
        ],
        required=True,
    )
    visit.expect_line("件名", required=True)
    visit.choose_first("自治会")
    visit.press("前年からの継続", "新規")
    visit.choose("種類", "道路・側溝")
    visit.fill("件名", "試験7391")
    visit.go_on()
    visit.expect_step("場所", 2, 4)
    visit.expect_line("場所", required=True)
    visit.expect_line("位置")
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.go_on()
    visit.expect_step("困っていること", 3, 4)
    visit.expect_line(
        "要望の内容", required=True, help="いつから、だれが、何に困っているかを書いてください"
    )
    visit.expect_line("恩恵を受ける世帯", help="おおむねの数で構いません")
    visit.expect_buttons(
        "自治会の優先度", ["A", "B", "C"], required=True, help="Aは自治会で3件まで"
    )
    visit.fill("要望の内容", "試験7391試験7391")
    visit.fill("恩恵を受ける世帯", "12")
    visit.press("自治会の優先度", "B")
    visit.go_on()
    visit.expect_step("内容の確認", 4, 4)
    visit.expect_value("前年からの継続", "新規")
    visit.expect_value("種類", "道路・側溝")
    visit.expect_value("件名", "試験7391")
    visit.expect_value("場所", "試験7391")
    visit.expect_value("位置", "37.4948, 139.9298")
    visit.expect_value("要望の内容", "試験7391試験7391")
    visit.expect_value("恩恵を受ける世帯", "12世帯")
    visit.expect_value("自治会の優先度", "B")


def test_does_not_go_on_while_something_is_missing(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    visit.go_on()
    visit.expect_wrong("自治会", "自治会を選んでください")
    visit.expect_wrong("種類", "種類を選んでください")
    visit.expect_wrong("件名", "件名を入力してください")
    visit.expect_step("どの要望か", 1, 4)


def test_keeps_what_is_typed_on_the_way_back_and_when_it_is_opened_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    visit.expect_step("どの要望か", 1, 4)
    visit.choose_first("自治会")
    visit.press("前年からの継続", "新規")
    visit.choose("種類", "道路・側溝")
    visit.fill("件名", "試験7391")
    visit.go_on()
    visit.go_back()
    visit.expect_typed("件名", "試験7391")
    visit.open_again()
    visit.expect_typed("件名", "試験7391")


def test_saves_one_record_however_often_the_button_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    before = visit.count("request")
    visit.expect_step("どの要望か", 1, 4)
    visit.choose_first("自治会")
    visit.press("前年からの継続", "新規")
    visit.choose("種類", "道路・側溝")
    visit.fill("件名", "試験7391")
    visit.go_on()
    visit.expect_step("場所", 2, 4)
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.go_on()
    visit.expect_step("困っていること", 3, 4)
    visit.fill("要望の内容", "試験7391試験7391")
    visit.fill("恩恵を受ける世帯", "12")
    visit.press("自治会の優先度", "B")
    visit.go_on()
    visit.add_twice()
    visit.expect_added()
    visit.expect_title("要望の詳細")
    visit.expect_value("件名", "試験7391")
    visit.expect_value("種類", "道路・側溝")
    visit.expect_value("場所", "試験7391")
    visit.expect_value("位置", "37.4948, 139.9298")
    visit.expect_value("要望の内容", "試験7391試験7391")
    visit.expect_value("恩恵を受ける世帯", "12世帯")
    visit.expect_value("自治会の優先度", "B")
    visit.expect_value("前年からの継続", "新規")

    visit.open("/s/request_own", role="association", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("件名", "試験7391")
    visit.table.expect_only("自治会の優先度", "B")
    after = visit.count("request")
    assert after == before + 1
