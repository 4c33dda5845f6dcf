"""予約から利用まで"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 施設を選ぶ
    visit.open("/s/facility_list", role="group")
    visit.expect_title("施設を探す")

    # 仮予約する
    visit.open("/s/booking_form", role="group")
    visit.choose_first("施設")
    visit.fill("利用日", "2026-04-01")
    visit.press("時間帯", "午前")
    visit.choose_first("利用団体")
    visit.fill("利用人数", "12")
    visit.fill("利用目的", "試験7391")
    visit.press("入場料", "取らない")
    visit.press("減免の希望", "希望しない")
    visit.add()
    visit.expect_added()
    booking = visit.latest("booking")

    # 内容を審査する
    visit.open_for("/s/booking_detail", booking, role="desk")
    visit.click("審査を始める")
    visit.expect_taken("審査を始める", "審査中")

    # 使用料と減免を決める
    visit.open_for("/s/booking_detail", booking, role="officer")
    visit.click("使用料を決める")
    dialog = visit.dialog("使用料を決める")
    dialog.fill("適用する時間単価", "1200")
    dialog.fill("利用時間", "1.5")
    dialog.fill("納付期限", "2026-04-01")
    dialog.click("使用料を決める")
    visit.expect_taken("使用料を決める", "納付待")

    # 納付を確かめる
    visit.open_for("/s/booking_detail", booking, role="cashier")
    visit.click("納付を確かめた")
    dialog = visit.dialog("納付を確かめた")
    dialog.fill("納付額", "1200")
    dialog.fill("納付日", "2026-04-01")
    dialog.click("納付を確かめた")
    visit.expect_taken("納付を確かめた", "納付済")

    # 使用を許可する
    visit.open_for("/s/booking_detail", booking, role="chief")
    visit.click("使用を許可する")
    visit.expect_taken("使用を許可する", "許可")

    # 利用を記録する
    visit.open_for("/s/booking_detail", booking, role="desk")
    visit.click("利用を記録する")
    dialog = visit.dialog("利用を記録する")
    dialog.fill("利用人数の実績", "12")
    dialog.click("利用を記録する")
    visit.expect_taken("利用を記録する", "利用済")
