"""取消と還付"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 取消を申し出る
    booking = visit.record("booking", {"state": ["仮予約"]})
    visit.open_for("/s/booking_detail", booking, role="group")
    visit.click("取り消す")
    dialog = visit.dialog("取り消す")
    dialog.fill("理由", "試験のため")
    dialog.click("取り消す")
    visit.expect_taken("取り消す", "取消")

    # 還付を決める
    visit.open_for("/s/booking_detail", booking, role="officer")
    visit.click("還付を決める")
    dialog = visit.dialog("還付を決める")
    dialog.fill("還付率", "30")
    dialog.click("還付を決める")
    visit.expect_taken("還付を決める", "還付決定")

    # 還付する
    visit.open_for("/s/booking_detail", booking, role="cashier")
    visit.click("還付した")
    dialog = visit.dialog("還付した")
    dialog.fill("振込日", "2026-04-01")
    dialog.click("還付した")
    visit.expect_taken("還付した", "還付済")
