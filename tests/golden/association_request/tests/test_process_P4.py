"""自治会の役員交代"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 役員の交代を届け出る
    visit.open("/s/association_form", role="association")
    visit.choose_first("市町村")
    visit.fill("自治会名", "試験7391")
    visit.press("地区", "中央")
    visit.fill("世帯数", "12")
    visit.fill("会長の氏名", "試験7391")
    visit.fill("会長の電話", "0242-39-1111")
    visit.fill("メール", "madoguchi@example.lg.jp")
    visit.fill("就任した月", "2026-04")
    visit.add()
    visit.expect_added()

    # 名簿を確かめる
    visit.open("/s/association_list", role="desk")
    visit.expect_title("自治会名簿")
