"""捕獲報告から報償金の支払まで"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 捕獲を記録する
    visit.open("/s/capture_form", role="captor")
    visit.choose_first("許可")
    visit.choose_first("捕獲者")
    visit.fill("捕獲日", "2026-04-01")
    visit.press("獣種", "クマ")
    visit.fill("頭数", "1")
    visit.choose("捕獲した市町村", "会津若松市")
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.tick("共同で捕獲した")
    visit.fill("共同の捕獲者", "試験7391")
    visit.tick("証拠部位", "尾")
    visit.fill("証拠部位の袋番号", "Q8852")
    visit.press("処分方法", "埋設")
    visit.fill("埋設した場所", "試験7391")
    visit.add()
    visit.expect_added()
    capture = visit.latest("capture")

    # 報告する
    visit.open_for("/s/capture_detail", capture, role="captor")
    visit.click("報告する")
    visit.expect_taken("報告する", "報告済")

    # 証拠部位を受け取る
    visit.open_for("/s/capture_detail", capture, role="desk")
    visit.click("証拠部位を受け取った")
    dialog = visit.dialog("証拠部位を受け取った")
    dialog.fill("証拠部位の袋番号", "Q8852")
    dialog.click("証拠部位を受け取った")
    visit.expect_taken("証拠部位を受け取った", "確認中")

    # 報告と現物を確かめる
    visit.open_for("/s/capture_detail", capture, role="officer")
    visit.click("確認した")
    dialog = visit.dialog("確認した")
    dialog.fill("確認日", "2026-04-01")
    dialog.fill("確認した内容", "試験7391")
    dialog.click("確認した")
    visit.expect_taken("確認した", "確認済")

    # 報償金を決める
    visit.open_for("/s/capture_detail", capture, role="chief")
    visit.click("支払を決める")
    dialog = visit.dialog("支払を決める")
    dialog.fill("報償金の単価", "1200")
    dialog.click("支払を決める")
    visit.expect_taken("支払を決める", "支払決定")

    # 支払う
    visit.open_for("/s/capture_detail", capture, role="cashier")
    visit.click("支払った")
    dialog = visit.dialog("支払った")
    dialog.fill("支払日", "2026-04-01")
    dialog.click("支払った")
    visit.expect_taken("支払った", "支払済")
