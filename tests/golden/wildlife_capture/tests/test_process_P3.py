"""許可証の返納"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 許可証を返納する
    permit = visit.record("permit", {"state": ["許可"]})
    visit.open_for("/s/permit_detail", permit, role="captor")
    visit.click("返納する")
    dialog = visit.dialog("返納する")
    dialog.fill("返納日", "2026-04-01")
    dialog.click("返納する")
    visit.expect_taken("返納する", "返納待")

    # 返納を確かめる
    visit.open_for("/s/permit_detail", permit, role="desk")
    visit.click("返納を確かめた")
    visit.expect_taken("返納を確かめた", "返納済")
