"""修繕の指示から検査まで"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 修繕を指示する
    visit.open("/s/work_form", role="roads")
    visit.choose_first("通報")
    visit.press("業者", "第1工区 維持業者")
    visit.press("工法", "常温合材")
    visit.fill("工期", "2026-04-01")
    visit.fill("指示内容", "試験7391")
    visit.fill("見積額", "1200")
    visit.add()
    visit.expect_added()
    work = visit.latest("work")

    # 着手する
    visit.open_for("/s/work_detail", work, role="contractor")
    visit.click("着手する")
    visit.expect_taken("着手する", "施工中")

    # 完了を報告する
    visit.open_for("/s/work_detail", work, role="contractor")
    visit.click("完了を報告する")
    dialog = visit.dialog("完了を報告する")
    dialog.fill("施工日", "2026-04-01")
    dialog.fill("施工の結果", "試験7391")
    dialog.click("完了を報告する")
    visit.expect_taken("完了を報告する", "検査待ち")

    # 検査する
    visit.open_for("/s/work_detail", work, role="roads")
    visit.click("検査に合格")
    dialog = visit.dialog("検査に合格")
    dialog.fill("検査日", "2026-04-01")
    dialog.fill("精算額", "1200")
    dialog.click("検査に合格")
    visit.expect_taken("検査に合格", "検査済")
