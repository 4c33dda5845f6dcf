"""許可の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/permit_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "permit", role="captor")
    look.expect_title("許可の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "permit", role="captor")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "許可の詳細" [level=1]
          - term: /^申請番号/
          - term: /^状態/
          - term: /^捕獲者/
          - term: /^もとになる被害届/
          - term: /^対象の獣種/
          - term: /^捕獲できる頭数/
          - term: /^捕獲の方法/
          - term: /^捕獲の区域/
          - term: /^許可の初日/
          - term: /^許可の末日/
          - term: /^返納日/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "permit", role=role)
    sent.expect_title("許可の詳細")


@pytest.mark.parametrize("role", ["resident", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "permit", role="captor")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "permit", role="captor")
    look.expect_values(
        [
            "申請番号",
            "状態",
            "捕獲者",
            "もとになる被害届",
            "対象の獣種",
            "捕獲できる頭数",
            "捕獲の方法",
            "捕獲の区域",
            "許可の初日",
            "許可の末日",
            "返納日",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("captor", "申請", ["取り下げる"]),
        ("captor", "許可", ["返納する"]),
        ("captor", "返納待", []),
        ("captor", "返納済", []),
        ("captor", "不許可", []),
        ("captor", "取下げ", []),
        ("desk", "申請", []),
        ("desk", "許可", []),
        ("desk", "返納待", ["返納を確かめた", "差し戻す"]),
        ("desk", "返納済", []),
        ("desk", "不許可", []),
        ("desk", "取下げ", []),
        ("officer", "申請", ["取り下げる"]),
        ("officer", "許可", []),
        ("officer", "返納待", ["返納を確かめた", "差し戻す"]),
        ("officer", "返納済", []),
        ("officer", "不許可", []),
        ("officer", "取下げ", []),
        ("chief", "申請", ["許可する", "不許可にする"]),
        ("chief", "許可", []),
        ("chief", "返納待", []),
        ("chief", "返納済", []),
        ("chief", "不許可", []),
        ("chief", "取下げ", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "permit", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("申請", "permit", "resident", "Refused"),
        ("申請", "permit", "captor", "Refused"),
        ("申請", "permit", "desk", "Refused"),
        ("申請", "permit", "officer", "Refused"),
        ("申請", "permit", "cashier", "Refused"),
        ("許可", "permit", "chief", "Refused"),
        ("申請", "permit", "chief", "NotValid"),
        ("申請", "refuse", "resident", "Refused"),
        ("申請", "refuse", "captor", "Refused"),
        ("申請", "refuse", "desk", "Refused"),
        ("申請", "refuse", "officer", "Refused"),
        ("申請", "refuse", "cashier", "Refused"),
        ("許可", "refuse", "chief", "Refused"),
        ("申請", "refuse", "chief", "NotValid"),
        ("申請", "withdraw", "resident", "Refused"),
        ("申請", "withdraw", "desk", "Refused"),
        ("申請", "withdraw", "chief", "Refused"),
        ("申請", "withdraw", "cashier", "Refused"),
        ("許可", "withdraw", "captor", "Refused"),
        ("申請", "withdraw", "captor", "NotValid"),
        ("許可", "hand_back", "resident", "Refused"),
        ("許可", "hand_back", "desk", "Refused"),
        ("許可", "hand_back", "officer", "Refused"),
        ("許可", "hand_back", "chief", "Refused"),
        ("許可", "hand_back", "cashier", "Refused"),
        ("申請", "hand_back", "captor", "Refused"),
        ("許可", "hand_back", "captor", "NotValid"),
        ("返納待", "check_back", "resident", "Refused"),
        ("返納待", "check_back", "captor", "Refused"),
        ("返納待", "check_back", "chief", "Refused"),
        ("返納待", "check_back", "cashier", "Refused"),
        ("申請", "check_back", "desk", "Refused"),
        ("返納待", "not_back", "resident", "Refused"),
        ("返納待", "not_back", "captor", "Refused"),
        ("返納待", "not_back", "chief", "Refused"),
        ("返納待", "not_back", "cashier", "Refused"),
        ("申請", "not_back", "desk", "Refused"),
        ("返納待", "not_back", "desk", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("permit", state, action, role=role)
    assert refusal == error


def test_what_every_role_is_offered_is_allowed_by_the_server(visit: Visit) -> None:
    rows = [
        ("申請", "withdraw", "officer", "NotValid"),
        ("返納待", "check_back", "officer", ""),
        ("返納待", "not_back", "officer", "NotValid"),
    ]
    for state, action, role, error in rows:
        refusal = visit.attempt("permit", state, action, role=role)
        assert refusal == error, action


def test_permit_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "permit", state="申請", role="chief")
    visit.expect_actions(["許可する", "不許可にする"])
    visit.click("許可する")
    dialog = visit.dialog("許可する")
    dialog.fill("許可の初日", "")
    dialog.fill("許可の末日", "")
    dialog.click("許可する")
    dialog.expect_wrong("許可の初日", "許可の初日を入力してください")
    dialog.expect_wrong("許可の末日", "許可の末日を入力してください")
    dialog.fill("許可の初日", "2026-04-01")
    dialog.fill("許可の末日", "2026-04-01")
    dialog.click("許可する")
    visit.expect_taken("許可する", "許可")
    visit.expect_value("状態", "許可")
    visit.expect_history("許可する")


def test_refuse_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "permit", state="申請", role="chief")
    visit.click("不許可にする")
    dialog = visit.dialog("不許可にする")
    dialog.click("不許可にする")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("不許可にする")
    visit.expect_taken("不許可にする", "不許可")
    visit.expect_value("状態", "不許可")
    visit.expect_history("不許可にする", "試験のため")


def test_withdraw_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "permit", state="申請", role="captor")
    visit.expect_actions(["取り下げる"])
    visit.click("取り下げる")
    dialog = visit.dialog("取り下げる")
    dialog.click("取り下げる")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("取り下げる")
    visit.expect_taken("取り下げる", "取下げ")
    visit.expect_value("状態", "取下げ")
    visit.expect_history("取り下げる", "試験のため")


def test_hand_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "permit", state="許可", role="captor")
    visit.expect_actions(["返納する"])
    visit.click("返納する")
    dialog = visit.dialog("返納する")
    dialog.fill("返納日", "")
    dialog.click("返納する")
    dialog.expect_wrong("返納日", "返納日を入力してください")
    dialog.fill("返納日", "2026-04-01")
    dialog.click("返納する")
    visit.expect_taken("返納する", "返納待")
    visit.expect_value("状態", "返納待")
    visit.expect_history("返納する")


def test_check_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "permit", state="返納待", role="desk")
    visit.expect_actions(["返納を確かめた", "差し戻す"])
    visit.click("返納を確かめた")
    visit.expect_taken("返納を確かめた", "返納済")
    visit.expect_value("状態", "返納済")
    visit.expect_history("返納を確かめた")


def test_not_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "permit", state="返納待", role="desk")
    visit.click("差し戻す")
    dialog = visit.dialog("差し戻す")
    dialog.click("差し戻す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("差し戻す")
    visit.expect_taken("差し戻す", "許可")
    visit.expect_value("状態", "許可")
    visit.expect_history("差し戻す", "試験のため")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "permit", role="captor")
    look.expect_edit("/s/permit_form")
