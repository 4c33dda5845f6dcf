"""被害届の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/damage_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "damage", role="desk")
    look.expect_title("被害届の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "damage", role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "被害届の詳細" [level=1]
          - term: /^届出番号/
          - term: /^状態/
          - term: /^市町村/
          - term: /^場所/
          - term: /^獣種/
          - term: /^気づいた日/
          - term: /^被害の種類/
          - term: /^届出者の氏名/
          - term: /^電話/
          - term: /^調査日/
          - term: /^位置/
          - term: /^調査の結果/
        """
    )


@pytest.mark.parametrize("role", ["officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "damage", role=role)
    sent.expect_title("被害届の詳細")


@pytest.mark.parametrize("role", ["resident", "captor", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "damage", role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "damage", role="desk")
    look.expect_values(
        [
            "届出番号",
            "状態",
            "市町村",
            "場所",
            "獣種",
            "気づいた日",
            "被害の種類",
            "届出者の氏名",
            "電話",
            "調査日",
            "位置",
            "調査の結果",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("desk", "受付", ["取り下げる"]),
        ("desk", "調査済", []),
        ("desk", "捕獲依頼", []),
        ("desk", "終了", []),
        ("officer", "受付", ["現地を調べた"]),
        ("officer", "調査済", ["捕獲を依頼する", "終了する"]),
        ("officer", "捕獲依頼", ["終了する"]),
        ("officer", "終了", []),
        ("chief", "受付", []),
        ("chief", "調査済", ["調査をやり直す"]),
        ("chief", "捕獲依頼", []),
        ("chief", "終了", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "damage", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("受付", "record_survey", "resident", "Refused"),
        ("受付", "record_survey", "captor", "Refused"),
        ("受付", "record_survey", "desk", "Refused"),
        ("受付", "record_survey", "chief", "Refused"),
        ("受付", "record_survey", "cashier", "Refused"),
        ("調査済", "record_survey", "officer", "Refused"),
        ("受付", "record_survey", "officer", "NotValid"),
        ("調査済", "request", "resident", "Refused"),
        ("調査済", "request", "captor", "Refused"),
        ("調査済", "request", "desk", "Refused"),
        ("調査済", "request", "chief", "Refused"),
        ("調査済", "request", "cashier", "Refused"),
        ("受付", "request", "officer", "Refused"),
        ("調査済", "close", "resident", "Refused"),
        ("調査済", "close", "captor", "Refused"),
        ("調査済", "close", "desk", "Refused"),
        ("調査済", "close", "chief", "Refused"),
        ("調査済", "close", "cashier", "Refused"),
        ("受付", "close", "officer", "Refused"),
        ("調査済", "close", "officer", "NotValid"),
        ("調査済", "reopen", "resident", "Refused"),
        ("調査済", "reopen", "captor", "Refused"),
        ("調査済", "reopen", "desk", "Refused"),
        ("調査済", "reopen", "officer", "Refused"),
        ("調査済", "reopen", "cashier", "Refused"),
        ("受付", "reopen", "chief", "Refused"),
        ("調査済", "reopen", "chief", "NotValid"),
        ("受付", "withdraw", "resident", "Refused"),
        ("受付", "withdraw", "captor", "Refused"),
        ("受付", "withdraw", "officer", "Refused"),
        ("受付", "withdraw", "chief", "Refused"),
        ("受付", "withdraw", "cashier", "Refused"),
        ("調査済", "withdraw", "desk", "Refused"),
        ("受付", "withdraw", "desk", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("damage", state, action, role=role)
    assert refusal == error


def test_record_survey_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "damage", state="受付", role="officer")
    visit.expect_actions(["現地を調べた"])
    visit.click("現地を調べた")
    dialog = visit.dialog("現地を調べた")
    dialog.fill("調査日", "")
    dialog.fill("位置", "")
    dialog.fill("調査の結果", "")
    dialog.click("現地を調べた")
    dialog.expect_wrong("調査日", "調査日を入力してください")
    dialog.expect_wrong("位置", "位置を入力してください")
    dialog.expect_wrong("調査の結果", "調査の結果を入力してください")
    dialog.fill("調査日", "2026-04-01")
    dialog.fill("位置", "37.4948, 139.9298")
    dialog.fill("調査の結果", "試験7391")
    dialog.click("現地を調べた")
    visit.expect_taken("現地を調べた", "調査済")
    visit.expect_value("状態", "調査済")
    visit.expect_history("現地を調べた")


def test_request_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "damage", state="調査済", role="officer")
    visit.expect_actions(["捕獲を依頼する", "終了する"])
    visit.click("捕獲を依頼する")
    visit.expect_taken("捕獲を依頼する", "捕獲依頼")
    visit.expect_value("状態", "捕獲依頼")
    visit.expect_history("捕獲を依頼する")


def test_close_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "damage", state="調査済", role="officer")
    visit.click("終了する")
    dialog = visit.dialog("終了する")
    dialog.click("終了する")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("終了する")
    visit.expect_taken("終了する", "終了")
    visit.expect_value("状態", "終了")
    visit.expect_history("終了する", "試験のため")


def test_reopen_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "damage", state="調査済", role="chief")
    visit.expect_actions(["調査をやり直す"])
    visit.click("調査をやり直す")
    dialog = visit.dialog("調査をやり直す")
    dialog.click("調査をやり直す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("調査をやり直す")
    visit.expect_taken("調査をやり直す", "受付")
    visit.expect_value("状態", "受付")
    visit.expect_history("調査をやり直す", "試験のため")


def test_withdraw_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "damage", state="受付", role="desk")
    visit.expect_actions(["取り下げる"])
    visit.click("取り下げる")
    dialog = visit.dialog("取り下げる")
    dialog.click("取り下げる")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("取り下げる")
    visit.expect_taken("取り下げる", "終了")
    visit.expect_value("状態", "終了")
    visit.expect_history("取り下げる", "試験のため")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "damage", role="desk")
    look.expect_edit("/s/damage_form")
