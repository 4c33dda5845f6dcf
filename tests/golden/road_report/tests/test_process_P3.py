"""県・国などへの引き継ぎ"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 引き継ぐ
    report = visit.record("report", {"state": ["判断待ち"]})
    visit.open_for("/s/report_detail", report, role="chief")
    visit.click("他機関へ引き継ぐ")
    dialog = visit.dialog("他機関へ引き継ぐ")
    dialog.choose("引継先", "福島県の建設事務所")
    dialog.click("他機関へ引き継ぐ")
    visit.expect_taken("他機関へ引き継ぐ", "他機関引継")

    # 先方の対応を記録する
    visit.open_for("/s/report_detail", report, role="roads")
    visit.click("先方の対応を確認した")
    dialog = visit.dialog("先方の対応を確認した")
    dialog.fill("対応内容", "試験7391")
    dialog.click("先方の対応を確認した")
    visit.expect_taken("先方の対応を確認した", "完了")
