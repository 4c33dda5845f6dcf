"""通報から完了まで"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 通報する
    visit.open("/s/report_form", role="citizen")
    visit.press("市町", "会津若松市")
    visit.choose("種別", "穴ぼこ")
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.attach("写真", "現場.jpg")
    visit.fill("状況", "試験7391")
    visit.press("結果の連絡", "不要")
    visit.add()
    visit.expect_added()
    report = visit.latest("report")

    # 受け付ける
    visit.open_for("/s/report_detail", report, role="desk")
    visit.click("受け付ける")
    dialog = visit.dialog("受け付ける")
    dialog.choose("緊急度", "高")
    dialog.click("受け付ける")
    visit.expect_taken("受け付ける", "確認中")

    # 現地を確認する
    visit.open_for("/s/report_detail", report, role="roads")
    visit.click("現地を確認した")
    dialog = visit.dialog("現地を確認した")
    dialog.fill("現地確認日", "2026-04-01")
    dialog.choose("管理者区分", "市町道")
    dialog.fill("確認した事実", "試験7391")
    dialog.click("現地を確認した")
    visit.expect_taken("現地を確認した", "対応の判断待ち")

    # 対応を決める
    visit.open_for("/s/report_detail", report, role="chief")
    visit.click("対応すると決める")
    dialog = visit.dialog("対応すると決める")
    dialog.choose("緊急度", "高")
    dialog.click("対応すると決める")
    visit.expect_taken("対応すると決める", "対応中")

    # 完了を登録する
    visit.open_for("/s/report_detail", report, role="roads")
    visit.click("完了にする")
    dialog = visit.dialog("完了にする")
    dialog.fill("完了日", "2026-04-01")
    dialog.fill("対応内容", "試験7391")
    dialog.click("完了にする")
    visit.expect_taken("完了にする", "完了")
