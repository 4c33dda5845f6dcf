"""担当課の記入"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/section_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    look.expect_title("担当課の記入")
    look.expect_help("要望一覧から開いて、事業費などを書き足します。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "担当課の記入" [level=1]
          - combobox /^自治会/
          - combobox /^種類/
          - textbox /^件名/
          - textbox /^場所/
          - textbox /^位置/
          - textbox /^要望の内容/
          - group /^自治会の優先度/
          - combobox /^担当課/
          - group /^関係する課/
          - textbox /^回答期限/
          - textbox /^概算の事業費/
          - textbox /^地元負担の割合/
          - textbox /^予算の年度/
          - combobox /^関係機関/
          - textbox /^回答文/
        """
    )


@pytest.mark.parametrize("role", ["association", "desk", "manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"), [("1", ["位置"], ["地元負担の割合", "関係する課"])]
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="section", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="section")
    look.expect_records("自治会", required=True)
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
    look.expect_buttons("自治会の優先度", ["A", "B", "C"], required=True, help="Aは自治会で3件まで")
    look.expect_list(
        "担当課", ["建設課", "都市計画課", "農林課", "環境生活課", "危機管理課", "教育総務課"]
    )
    look.expect_boxes(
        "関係する課", ["建設課", "都市計画課", "農林課", "環境生活課", "危機管理課", "教育総務課"]
    )
    look.expect_line("回答期限")
    look.expect_line("概算の事業費")
    look.expect_line("地元負担の割合")
    look.expect_line("予算の年度")
    look.expect_list("関係機関", ["福島県", "国", "警察署", "土地改良区", "電力・通信会社"])
    look.expect_line("回答文", help="結論を先に書く。できない場合は理由と代わりの方法も書く")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="section")
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
    look.go_on_at(ADDRESS, role="section")
    look.expect_refusals(
        [
            ("件名", "あ" * 41, "40文字以内で入力してください(今は41文字)"),
            ("場所", "あ" * 81, "80文字以内で入力してください(今は81文字)"),
            ("要望の内容", "あ" * 601, "600文字以内で入力してください(今は601文字)"),
            ("回答期限", "2026-07-31", "2026年8月1日以上にしてください"),
            ("概算の事業費", "-1", "0円以上にしてください"),
            ("地元負担の割合", "-1", "0%以上にしてください"),
            ("予算の年度", "?", "西暦4桁の年度で書いてください(例 2027)"),
            ("回答文", "あ" * 801, "800文字以内で入力してください(今は801文字)"),
        ],
    )
    look.expect_refusals(
        [
            ("件名", "あああ", "4文字以上で入力してください(今は3文字)"),
            ("要望の内容", "あああああああああ", "10文字以上で入力してください(今は9文字)"),
            ("概算の事業費", "300000001", "300,000,000円以下にしてください"),
            ("地元負担の割合", "51", "50%以下にしてください"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="section")
    look.expect_accepted(
        {
            "件名": "ああああ",
            "場所": "あ" * 80,
            "要望の内容": "ああああああああああ",
            "回答期限": "2026-08-01",
            "概算の事業費": "0",
            "地元負担の割合": "0",
            "回答文": "あ" * 800,
        },
        but=("自治会", "自治会を選んでください"),
    )
    look.expect_accepted(
        {
            "件名": "あ" * 40,
            "要望の内容": "あ" * 600,
            "概算の事業費": "300000000",
            "地元負担の割合": "50",
        },
        but=("自治会", "自治会を選んでください"),
    )


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="section")
    visit.choose_first("自治会")
    visit.choose("種類", "道路・側溝")
    visit.fill("件名", "試験7391")
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.fill("要望の内容", "試験7391試験7391")
    visit.press("自治会の優先度", "B")
    visit.choose("担当課", "建設課")
    visit.tick("関係する課", "建設課")
    visit.fill("回答期限", "2026-08-01")
    visit.fill("概算の事業費", "1200")
    visit.fill("地元負担の割合", "0")
    visit.fill("予算の年度", "2005")
    visit.choose("関係機関", "福島県")
    visit.fill("回答文", "試験7391")
    visit.add()
    visit.expect_added()
    visit.expect_title("要望の詳細")
    visit.expect_value("件名", "試験7391")
    visit.expect_value("種類", "道路・側溝")
    visit.expect_value("場所", "試験7391")
    visit.expect_value("位置", "37.4948, 139.9298")
    visit.expect_value("要望の内容", "試験7391試験7391")
    visit.expect_value("自治会の優先度", "B")
    visit.expect_value("担当課", "建設課")
    visit.expect_value("関係する課", "建設課")
    visit.expect_value("回答期限", "2026年8月1日")
    visit.expect_value("概算の事業費", "1,200円")
    visit.expect_value("地元負担の割合", "0%")
    visit.expect_value("予算の年度", "2005")
    visit.expect_value("関係機関", "福島県")
    visit.expect_value("回答文", "試験7391")

    visit.open("/s/request_own", role="association", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("件名", "試験7391")
    visit.table.expect_only("自治会の優先度", "B")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", role="section")
    visit.fill("件名", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("要望の詳細")
    visit.expect_value("件名", "試験7391")
