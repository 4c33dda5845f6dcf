"""予算への反映"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 予算検討の要望を確かめる
    request = visit.record("request", {"state": ["予算検討"]})
    visit.open_for("/s/request_detail", request, role="planner")
    visit.click("予算に載せた")
    dialog = visit.dialog("予算に載せた")
    dialog.fill("予算の年度", "2005")
    dialog.click("予算に載せた")
    visit.expect_taken("予算に載せた", "実施")
