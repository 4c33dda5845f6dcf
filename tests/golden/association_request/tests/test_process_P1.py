"""要望の提出から回答まで"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 要望を提出する
    visit.open("/s/request_wizard", role="association")
    visit.expect_title("要望を出す")

    # 担当課を割り当てる
    request = visit.record("request", {"state": ["受付"]})
    visit.open_for("/s/request_detail", request, role="desk")
    visit.click("担当課を割り当てる")
    dialog = visit.dialog("担当課を割り当てる")
    dialog.choose("担当課", "建設課")
    dialog.fill("回答期限", "2026-08-01")
    dialog.click("担当課を割り当てる")
    visit.expect_taken("担当課を割り当てる", "担当割当")

    # 担当課で受け持つ
    visit.open_for("/s/request_detail", request, role="section")
    visit.click("受け持つ")
    visit.expect_taken("受け持つ", "確認中")

    # 聴取・現地確認を記録する
    visit.open("/s/visit_form", role="section")
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

    # 仕分けする
    visit.open_for("/s/request_detail", request, role="manager")
    visit.click("予算を検討する")
    dialog = visit.dialog("予算を検討する")
    dialog.fill("概算の事業費", "1200")
    dialog.fill("予算の年度", "2005")
    dialog.click("予算を検討する")
    visit.expect_taken("予算を検討する", "予算検討")

    # 回答する
    visit.open_for("/s/request_detail", request, role="desk")
    visit.click("回答する")
    dialog = visit.dialog("回答する")
    dialog.fill("回答文", "試験7391")
    dialog.fill("回答日", "2026-04-01")
    dialog.click("回答する")
    visit.expect_taken("回答する", "回答済")
