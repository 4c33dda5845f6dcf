"""見本を登録する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/item_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("見本を登録する")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "見本を登録する" [level=1]
          - textbox /^名前/
          - textbox /^記号/
          - textbox /^説明/
          - textbox /^個数/
          - textbox /^重さ/
          - textbox /^単価/
          - textbox /^割引/
          - textbox /^作った日/
          - textbox /^開く時刻/
          - textbox /^点検した日時/
          - textbox /^対象の月/
          - checkbox /^急ぐ/
          - group /^種類/
          - group /^使う色/
          - combobox /^置き場所/
          - textbox /^問い合わせ先の氏名/
          - textbox /^メール/
          - textbox /^電話/
          - textbox /^郵便番号/
          - textbox /^住所/
          - textbox /^参考のページ/
          - textbox /^位置/
          - group /^写真/
          - group /^説明書/
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["位置", "写真"])])
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="clerk", phase=phase, given={"urgent": "はい", "kind": "その他"})
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_line("名前", required=True, help="ほかの見本と同じ名前は使えません")
    look.expect_line("記号")
    look.expect_line("説明")
    look.expect_line("個数")
    look.expect_line("重さ")
    look.expect_line("単価")
    look.expect_line("割引")
    look.expect_line("作った日")
    look.expect_line("開く時刻")
    look.expect_line("点検した日時")
    look.expect_line("対象の月")
    look.expect_box("急ぐ")
    look.expect_not_asked("急ぐ理由")
    look.expect_buttons("種類", ["文字", "数", "日付", "選択", "その他"], required=True)
    look.expect_not_asked("種類の内容")
    look.expect_boxes("使う色", ["青", "緑", "赤", "黄"])
    look.expect_records("置き場所")
    look.expect_line("問い合わせ先の氏名")
    look.expect_line("メール")
    look.expect_line("電話")
    look.expect_line("郵便番号")
    look.expect_line("住所")
    look.expect_line("参考のページ")
    look.expect_line("位置")
    look.expect_files("写真")
    look.expect_files("説明書")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    before = look.count("item")
    look.add()
    look.expect_wrong("名前", "名前を入力してください")
    look.expect_wrong("種類", "種類を選んでください")
    after = look.count("item")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.expect_refusals(
        [
            ("名前", "あ" * 31, "30文字以内で入力してください(今は31文字)"),
            ("記号", "?", "英大文字2文字とハイフンと数字3文字で書いてください(例 AB-012)"),
            ("説明", "あ" * 301, "300文字以内で入力してください(今は301文字)"),
            ("個数", "0", "1個以上にしてください"),
            ("重さ", "0.0", "0.1kg以上にしてください"),
            ("単価", "-1", "0円以上にしてください"),
            ("割引", "-1", "0%以上にしてください"),
            ("作った日", "2026-03-31", "2026年4月1日以上にしてください"),
            ("開く時刻", "08:29", "08:30以上にしてください"),
            ("問い合わせ先の氏名", "あ" * 41, "40文字以内で入力してください(今は41文字)"),
            ("住所", "あ" * 101, "100文字以内で入力してください(今は101文字)"),
        ],
    )
    look.expect_refusals(
        [
            ("名前", "あ", "2文字以上で入力してください(今は1文字)"),
            ("個数", "1000", "999個以下にしてください"),
            ("重さ", "501", "500kg以下にしてください"),
            ("単価", "1000001", "1,000,000円以下にしてください"),
            ("割引", "101", "100%以下にしてください"),
            ("作った日", "2027-04-01", "2027年3月31日以下にしてください"),
            ("開く時刻", "17:16", "17:15以下にしてください"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.fill("名前", "")
    look.expect_accepted(
        {
            "説明": "あ" * 300,
            "個数": "1",
            "重さ": "0.1",
            "単価": "0",
            "割引": "0",
            "作った日": "2026-04-01",
            "開く時刻": "08:30",
            "問い合わせ先の氏名": "あ" * 40,
            "住所": "あ" * 100,
        },
        but=("名前", "名前を入力してください"),
    )
    look.expect_accepted(
        {
            "個数": "999",
            "重さ": "500",
            "単価": "1000000",
            "割引": "100",
            "作った日": "2027-03-31",
            "開く時刻": "17:15",
        },
        but=("名前", "名前を入力してください"),
    )


def test_why_urgent_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.expect_not_asked("急ぐ理由")
    look.tick("急ぐ")
    look.expect_line("急ぐ理由", required=True)
    look.expect_refusals([("急ぐ理由", "あ" * 61, "60文字以内で入力してください(今は61文字)")])
    look.untick("急ぐ")
    look.expect_not_asked("急ぐ理由")


def test_kind_other_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.expect_not_asked("種類の内容")
    look.press("種類", "その他")
    look.expect_line("種類の内容", required=True)
    look.expect_refusals([("種類の内容", "あ" * 41, "40文字以内で入力してください(今は41文字)")])
    look.press("種類", "文字")
    look.expect_not_asked("種類の内容")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.fill("名前", "試験7391")
    visit.fill("記号", "KT-719")
    visit.fill("説明", "試験7391")
    visit.fill("個数", "1")
    visit.fill("重さ", "1.5")
    visit.fill("単価", "1200")
    visit.fill("割引", "30")
    visit.fill("作った日", "2026-04-01")
    visit.fill("開く時刻", "09:30")
    visit.fill("点検した日時", "2026-04-01 09:30")
    visit.fill("対象の月", "2026-04")
    visit.tick("急ぐ")
    visit.fill("急ぐ理由", "試験7391")
    visit.press("種類", "文字")
    visit.tick("使う色", "青")
    visit.choose_first("置き場所")
    visit.fill("問い合わせ先の氏名", "試験7391")
    visit.fill("メール", "madoguchi@example.lg.jp")
    visit.fill("電話", "0242-39-1111")
    visit.fill("郵便番号", "965-8601")
    visit.fill("住所", "試験7391")
    visit.fill("参考のページ", "https://www.example.lg.jp/")
    visit.fill("位置", "37.4948, 139.9298")
    visit.attach("写真", "現場.jpg")
    visit.attach("説明書", "見積書.pdf")
    visit.add()
    visit.expect_added()
    visit.expect_title("見本の詳細")
    visit.expect_value("名前", "試験7391")
    visit.expect_value("記号", "KT-719")
    visit.expect_value("説明", "試験7391")
    visit.expect_value("個数", "1個")
    visit.expect_value("重さ", "1.5kg")
    visit.expect_value("単価", "1,200円")
    visit.expect_value("割引", "30%")
    visit.expect_value("作った日", "2026年4月1日")
    visit.expect_value("開く時刻", "09:30")
    visit.expect_value("点検した日時", "2026年4月1日 09:30")
    visit.expect_value("対象の月", "2026年4月")
    visit.expect_value("急ぐ", "はい")
    visit.expect_value("急ぐ理由", "試験7391")
    visit.expect_value("種類", "文字")
    visit.expect_value("使う色", "青")
    visit.expect_value("問い合わせ先の氏名", "試験7391")
    visit.expect_value("メール", "madoguchi@example.lg.jp")
    visit.expect_value("電話", "0242-39-1111")
    visit.expect_value("郵便番号", "965-8601")
    visit.expect_value("住所", "試験7391")
    visit.expect_value("参考のページ", "https://www.example.lg.jp/")
    visit.expect_value("位置", "37.4948, 139.9298")
    visit.expect_value("写真", "現場.jpg")
    visit.expect_value("説明書", "見積書.pdf")

    visit.open("/s/item_list", role="clerk", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("名前", "試験7391")
    visit.table.expect_only("種類", "文字")
    visit.table.expect_only("単価", "1,200円")
    visit.table.expect_only("作った日", "2026年4月1日")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "item", role="clerk")
    visit.fill("名前", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("見本の詳細")
    visit.expect_value("名前", "試験7391")
