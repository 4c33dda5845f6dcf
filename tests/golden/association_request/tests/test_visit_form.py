"""聴取・現地確認を入れる"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/visit_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    look.expect_title("聴取・現地確認を入れる")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "聴取・現地確認を入れる" [level=1]
          - combobox /^要望/
          - group /^方法/
          - textbox /^実施日/
          - textbox /^開始/
          - group /^実施した課/
          - checkbox /^自治会の立会い/
          - textbox /^立会いのない理由/
          - textbox /^確認した内容/
          - textbox /^図面の場所/
        """
    )


@pytest.mark.parametrize("role", ["association", "desk", "manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    look.expect_records("要望", required=True)
    look.expect_buttons("方法", ["聴取", "現地確認", "電話"], required=True)
    look.expect_line("実施日", required=True)
    look.expect_line("開始")
    look.expect_buttons(
        "実施した課",
        ["建設課", "都市計画課", "農林課", "環境生活課", "危機管理課", "教育総務課"],
        required=True,
    )
    look.expect_box("自治会の立会い")
    look.expect_line("立会いのない理由")
    look.expect_line("確認した内容", required=True, help="測った長さ・台数など数で書く")
    look.expect_line("図面の場所", help="庁内の地図システムのアドレス")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    before = look.count("visit")
    look.add()
    look.expect_wrong("要望", "要望を選んでください")
    look.expect_wrong("方法", "方法を選んでください")
    look.expect_wrong("実施日", "実施日を入力してください")
    look.expect_wrong("実施した課", "実施した課を選んでください")
    look.expect_wrong("確認した内容", "確認した内容を入力してください")
    after = look.count("visit")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="section")
    look.expect_refusals(
        [
            ("実施日", "2026-07-31", "2026年8月1日以上にしてください"),
            ("開始", "08:29", "08:30以上にしてください"),
            ("立会いのない理由", "あ" * 61, "60文字以内で入力してください(今は61文字)"),
            ("確認した内容", "あ" * 501, "500文字以内で入力してください(今は501文字)"),
        ],
    )
    look.expect_refusals([("開始", "18:01", "18:00以下にしてください")])


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="section")
    look.expect_accepted(
        {
            "実施日": "2026-08-01",
            "開始": "08:30",
            "立会いのない理由": "あ" * 60,
            "確認した内容": "あ" * 500,
        },
        but=("要望", "要望を選んでください"),
    )
    look.expect_accepted({"開始": "18:00"}, but=("要望", "要望を選んでください"))


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="section")
    visit.choose_first("要望")
    visit.press("方法", "聴取")
    visit.fill("実施日", "2026-08-01")
    visit.fill("開始", "09:30")
    visit.press("実施した課", "建設課")
    visit.tick("自治会の立会い")
    visit.fill("確認した内容", "試験7391")
    visit.fill("図面の場所", "https://www.example.lg.jp/")
    visit.add()
    visit.expect_added()
    visit.expect_title("聴取・現地確認の記録")
    visit.expect_value("方法", "聴取")
    visit.expect_value("実施日", "2026年8月1日")
    visit.expect_value("開始", "09:30")
    visit.expect_value("実施した課", "建設課")
    visit.expect_value("自治会の立会い", "はい")
    visit.expect_value("確認した内容", "試験7391")
    visit.expect_value("図面の場所", "https://www.example.lg.jp/")

    visit.open("/s/visit_list", role="section", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("実施日", "2026年8月1日")
    visit.table.expect_only("方法", "聴取")
    visit.table.expect_only("実施した課", "建設課")
    visit.table.expect_only("自治会の立会い", "はい")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "visit", role="section")
    visit.fill("確認した内容", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("聴取・現地確認の記録")
    visit.expect_value("確認した内容", "試験7391")
