"""進捗の回答"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 継続にする
    request = visit.record("request", {"state": ["回答済"]})
    visit.open_for("/s/request_detail", request, role="section")
    visit.click("継続にする")
    visit.expect_taken("継続にする", "継続")

    # 完了にする
    visit.open_for("/s/request_detail", request, role="section")
    visit.click("完了にする")
    dialog = visit.dialog("完了にする")
    dialog.fill("完了日", "2026-04-01")
    dialog.click("完了にする")
    visit.expect_taken("完了にする", "完了")
