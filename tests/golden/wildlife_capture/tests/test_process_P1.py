"""被害届から捕獲の許可まで"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # 被害を届け出る
    visit.open("/s/damage_form", role="resident")
    visit.choose("市町村", "会津若松市")
    visit.fill("場所", "試験7391")
    visit.choose("獣種", "クマ")
    visit.fill("気づいた日", "2026-04-01")
    visit.tick("被害の種類", "水稲")
    visit.fill("被害面積", "1.5")
    visit.fill("届出者の氏名", "試験7391")
    visit.fill("電話", "0242-39-1111")
    visit.add()
    visit.expect_added()
    damage = visit.latest("damage")

    # 現地を調べる
    visit.open_for("/s/damage_detail", damage, role="officer")
    visit.click("現地を調べた")
    dialog = visit.dialog("現地を調べた")
    dialog.fill("調査日", "2026-04-01")
    dialog.fill("位置", "37.4948, 139.9298")
    dialog.fill("調査の結果", "試験7391")
    dialog.click("現地を調べた")
    visit.expect_taken("現地を調べた", "調査済")

    # 捕獲を申請する
    visit.open("/s/permit_form", role="captor")
    visit.choose_first("捕獲者")
    visit.choose_first("もとになる被害届")
    visit.tick("対象の獣種", "クマ")
    visit.press("捕獲の方法", "箱わな")
    visit.fill("わなの数", "12")
    visit.fill("捕獲できる頭数", "12")
    visit.fill("捕獲の区域", "試験7391")
    visit.add()
    visit.expect_added()
    permit = visit.latest("permit")

    # 捕獲を許可する
    visit.open_for("/s/permit_detail", permit, role="chief")
    visit.click("許可する")
    dialog = visit.dialog("許可する")
    dialog.fill("許可の初日", "2026-04-01")
    dialog.fill("許可の末日", "2026-04-01")
    dialog.click("許可する")
    visit.expect_taken("許可する", "許可")
