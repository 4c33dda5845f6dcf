"""利用団体の登録"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 登録を申し込む
    visit.open("/s/group_form", role="group")
    visit.fill("団体名", "試験7391")
    visit.press("登録区分", "市内")
    visit.fill("代表者氏名", "試験7391")
    visit.fill("電話", "0242-39-1111")
    visit.fill("メール", "madoguchi@example.lg.jp")
    visit.fill("会員数", "12")
    visit.press("主な活動", "スポーツ")
    visit.add()
    visit.expect_added()
    group = visit.latest("group")

    # 登録を認める
    visit.open_for("/s/group_detail", group, role="officer")
    visit.click("登録を認める")
    dialog = visit.dialog("登録を認める")
    dialog.fill("登録の有効期限", "2026-04-01")
    dialog.click("登録を認める")
    visit.expect_taken("登録を認める", "登録")
