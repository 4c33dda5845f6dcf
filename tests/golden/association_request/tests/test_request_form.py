"""要望を入れる"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/request_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("要望を入れる")
    look.expect_help("紙で出された要望を、窓口が代わりに入れます。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "要望を入れる" [level=1]
          - combobox /^自治会/
          - group /^前年からの継続/
          - combobox /^種類/
          - textbox /^件名/
          - textbox /^場所/
          - textbox /^位置/
          - textbox /^要望の内容/
          - textbox /^恩恵を受ける世帯/
          - group /^自治会の優先度/
        """
    )


@pytest.mark.parametrize("role", ["association", "section", "manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", ["位置"], ["前の要望"])])
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="desk", phase=phase, given={"repeated": "継続"})
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_records("自治会", required=True)
    look.expect_buttons("前年からの継続", ["新規", "継続"], required=True)
    look.expect_not_asked("前の要望")
    look.expect_list(
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
    look.expect_line("件名", required=True)
    look.expect_line("場所", required=True)
    look.expect_line("位置")
    look.expect_line(
        "要望の内容", required=True, help="いつから、だれが、何に困っているかを書いてください"
    )
    look.expect_line("恩恵を受ける世帯", help="おおむねの数で構いません")
    look.expect_buttons("自治会の優先度", ["A", "B", "C"], required=True, help="Aは自治会で3件まで")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    before = look.count("request")
    look.add()
    look.expect_wrong("自治会", "自治会を選んでください")
    look.expect_wrong("種類", "種類を選んでください")
    look.expect_wrong("件名", "件名を入力してください")
    look.expect_wrong("場所", "場所を入力してください")
    look.expect_wrong("要望の内容", "要望の内容を入力してください")
    after = look.count("request")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.expect_refusals(
        [
            ("件名", "あ" * 41, "40文字以内で入力してください(今は41文字)"),
            ("場所", "あ" * 81, "80文字以内で入力してください(今は81文字)"),
            ("要望の内容", "あ" * 601, "600文字以内で入力してください(今は601文字)"),
            ("恩恵を受ける世帯", "0", "1世帯以上にしてください"),
        ],
    )
    look.expect_refusals(
        [
            ("件名", "あああ", "4文字以上で入力してください(今は3文字)"),
            ("要望の内容", "あああああああああ", "10文字以上で入力してください(今は9文字)"),
            ("恩恵を受ける世帯", "2001", "2,000世帯以下にしてください"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.expect_accepted(
        {
            "件名": "ああああ",
            "場所": "あ" * 80,
            "要望の内容": "ああああああああああ",
            "恩恵を受ける世帯": "1",
        },
        but=("自治会", "自治会を選んでください"),
    )
    look.expect_accepted(
        {"件名": "あ" * 40, "要望の内容": "あ" * 600, "恩恵を受ける世帯": "2000"},
        but=("自治会", "自治会を選んでください"),
    )


def test_previous_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.expect_not_asked("前の要望")
    look.press("前年からの継続", "継続")
    look.expect_records("前の要望")
    look.press("前年からの継続", "新規")
    look.expect_not_asked("前の要望")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.choose_first("自治会")
    visit.press("前年からの継続", "新規")
    visit.choose("種類", "道路・側溝")
    visit.fill("件名", "試験7391")
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.fill("要望の内容", "試験7391試験7391")
    visit.fill("恩恵を受ける世帯", "12")
    visit.press("自治会の優先度", "B")
    visit.add()
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


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", role="desk")
    visit.fill("件名", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("要望の詳細")
    visit.expect_value("件名", "試験7391")
