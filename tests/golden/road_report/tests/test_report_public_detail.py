"""通報の対応状況"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_public_detail"


def test_opens(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", role="citizen")
    visit.expect_title("通報の対応状況")


@pytest.mark.parametrize("role", ["desk", "roads", "chief", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_refused()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", role="citizen")
    visit.expect_values(["受付番号", "状態", "市町", "種別", "場所", "位置", "完了日", "対応内容"])


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("citizen", "受付", ["通報を取り下げる"]),
        ("citizen", "確認中", []),
        ("citizen", "判断待ち", []),
        ("citizen", "対応中", []),
        ("citizen", "経過観察", []),
        ("citizen", "他機関引継", []),
        ("citizen", "完了", []),
        ("citizen", "対象外", []),
        ("citizen", "統合済", []),
        ("citizen", "取下げ", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    visit: Visit, role: str, state: str, actions: list[str]
) -> None:
    visit.open_record(ADDRESS, "report", state=state, role=role)
    visit.expect_actions(actions)


def test_withdraw_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="受付", role="citizen")
    visit.click("通報を取り下げる")
    dialog = visit.dialog("通報を取り下げる")
    dialog.click("通報を取り下げる")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("通報を取り下げる")
    visit.expect_taken("通報を取り下げる", "取下げ")
    visit.expect_value("状態", "取下げ")
    visit.expect_history("通報を取り下げる", "試験のため")


def test_only_shows_the_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", role="citizen")
    visit.expect_no_edit()
