"""見本を登録して承認する"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 登録する
    visit.open("/s/item_form", role="clerk")
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
    item = visit.latest("item")

    # 提出する
    visit.open_for("/s/item_detail", item, role="clerk")
    visit.click("提出する")
    dialog = visit.dialog("提出する")
    dialog.fill("作った日", "2026-04-01")
    dialog.click("提出する")
    visit.expect_taken("提出する", "提出済")

    # 承認する
    visit.open_for("/s/item_detail", item, role="chief")
    visit.click("承認する")
    visit.expect_taken("承認する", "承認済")
