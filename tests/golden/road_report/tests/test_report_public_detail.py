"""通報の対応状況"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_public_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="citizen")
    look.expect_title("通報の対応状況")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="citizen")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "通報の対応状況" [level=1]
          - term: /^受付番号/
          - term: /^状態/
          - term: /^市町/
          - term: /^種別/
          - term: /^場所/
          - term: /^位置/
          - term: /^完了日/
          - term: /^対応内容/
        """
    )


@pytest.mark.parametrize("role", ["desk", "roads", "chief", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"), [("1", ["位置"], ["対象外にする", "統合する"])]
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "report", role="citizen", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="citizen")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="citizen")
    look.expect_values(["受付番号", "状態", "市町", "種別", "場所", "位置", "完了日", "対応内容"])


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
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "report", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("受付", "accept", "citizen", "Refused"),
        ("受付", "accept", "roads", "Refused"),
        ("受付", "accept", "chief", "Refused"),
        ("受付", "accept", "contractor", "Refused"),
        ("確認中", "accept", "desk", "Refused"),
        ("受付", "accept", "desk", "NotValid"),
        ("確認中", "inspect", "citizen", "Refused"),
        ("確認中", "inspect", "desk", "Refused"),
        ("確認中", "inspect", "chief", "Refused"),
        ("確認中", "inspect", "contractor", "Refused"),
        ("受付", "inspect", "roads", "Refused"),
        ("確認中", "inspect", "roads", "NotValid"),
        ("確認中", "send_back", "citizen", "Refused"),
        ("確認中", "send_back", "desk", "Refused"),
        ("確認中", "send_back", "contractor", "Refused"),
        ("受付", "send_back", "roads", "Refused"),
        ("確認中", "send_back", "roads", "NotValid"),
        ("判断待ち", "look_again", "citizen", "Refused"),
        ("判断待ち", "look_again", "desk", "Refused"),
        ("判断待ち", "look_again", "roads", "Refused"),
        ("判断待ち", "look_again", "contractor", "Refused"),
        ("受付", "look_again", "chief", "Refused"),
        ("判断待ち", "look_again", "chief", "NotValid"),
        ("判断待ち", "repair", "citizen", "Refused"),
        ("判断待ち", "repair", "desk", "Refused"),
        ("判断待ち", "repair", "roads", "Refused"),
        ("判断待ち", "repair", "contractor", "Refused"),
        ("受付", "repair", "chief", "Refused"),
        ("判断待ち", "repair", "chief", "NotValid"),
        ("判断待ち", "observe", "citizen", "Refused"),
        ("判断待ち", "observe", "desk", "Refused"),
        ("判断待ち", "observe", "roads", "Refused"),
        ("判断待ち", "observe", "contractor", "Refused"),
        ("受付", "observe", "chief", "Refused"),
        ("判断待ち", "observe", "chief", "NotValid"),
        ("経過観察", "recheck", "citizen", "Refused"),
        ("経過観察", "recheck", "desk", "Refused"),
        ("経過観察", "recheck", "chief", "Refused"),
        ("経過観察", "recheck", "contractor", "Refused"),
        ("受付", "recheck", "roads", "Refused"),
        ("判断待ち", "hand_over", "citizen", "Refused"),
        ("判断待ち", "hand_over", "desk", "Refused"),
        ("判断待ち", "hand_over", "roads", "Refused"),
        ("判断待ち", "hand_over", "contractor", "Refused"),
        ("受付", "hand_over", "chief", "Refused"),
        ("判断待ち", "hand_over", "chief", "NotValid"),
        ("他機関引継", "close_handed", "citizen", "Refused"),
        ("他機関引継", "close_handed", "desk", "Refused"),
        ("他機関引継", "close_handed", "chief", "Refused"),
        ("他機関引継", "close_handed", "contractor", "Refused"),
        ("受付", "close_handed", "roads", "Refused"),
        ("他機関引継", "close_handed", "roads", "NotValid"),
        ("確認中", "reject", "citizen", "Refused"),
        ("確認中", "reject", "desk", "Refused"),
        ("確認中", "reject", "roads", "Refused"),
        ("確認中", "reject", "contractor", "Refused"),
        ("受付", "reject", "chief", "Refused"),
        ("確認中", "reject", "chief", "NotValid"),
        ("受付", "merge", "citizen", "Refused"),
        ("受付", "merge", "chief", "Refused"),
        ("受付", "merge", "contractor", "Refused"),
        ("判断待ち", "merge", "desk", "Refused"),
        ("受付", "merge", "desk", "NotValid"),
        ("対応中", "finish", "citizen", "Refused"),
        ("対応中", "finish", "desk", "Refused"),
        ("対応中", "finish", "chief", "Refused"),
        ("対応中", "finish", "contractor", "Refused"),
        ("受付", "finish", "roads", "Refused"),
        ("対応中", "finish", "roads", "NotValid"),
        ("受付", "withdraw", "roads", "Refused"),
        ("受付", "withdraw", "chief", "Refused"),
        ("受付", "withdraw", "contractor", "Refused"),
        ("確認中", "withdraw", "citizen", "Refused"),
        ("受付", "withdraw", "citizen", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("report", state, action, role=role)
    assert refusal == error


def test_what_every_role_is_offered_is_allowed_by_the_server(visit: Visit) -> None:
    rows = [
        ("受付", "accept", "desk", "NotValid"),
        ("確認中", "inspect", "roads", "NotValid"),
        ("確認中", "send_back", "roads", "NotValid"),
        ("確認中", "send_back", "chief", "NotValid"),
        ("判断待ち", "look_again", "chief", "NotValid"),
        ("判断待ち", "repair", "chief", "NotValid"),
        ("判断待ち", "observe", "chief", "NotValid"),
        ("経過観察", "recheck", "roads", ""),
        ("判断待ち", "hand_over", "chief", "NotValid"),
        ("他機関引継", "close_handed", "roads", "NotValid"),
        ("確認中", "reject", "chief", "NotValid"),
        ("受付", "merge", "desk", "NotValid"),
        ("受付", "merge", "roads", "NotValid"),
        ("対応中", "finish", "roads", "NotValid"),
        ("受付", "withdraw", "desk", "NotValid"),
    ]
    for state, action, role, error in rows:
        refusal = visit.attempt("report", state, action, role=role)
        assert refusal == error, action


def test_withdraw_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="受付", role="citizen")
    visit.expect_actions(["通報を取り下げる"])
    visit.click("通報を取り下げる")
    dialog = visit.dialog("通報を取り下げる")
    dialog.click("通報を取り下げる")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("通報を取り下げる")
    visit.expect_taken("通報を取り下げる", "取下げ")
    visit.expect_value("状態", "取下げ")
    visit.expect_history("通報を取り下げる", "試験のため")


def test_only_shows_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="citizen")
    look.expect_no_edit()
