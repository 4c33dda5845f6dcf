"""利用団体の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/group_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "group", role="group")
    look.expect_title("利用団体の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "group", role="group")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "利用団体の詳細" [level=1]
          - term: /^登録番号/
          - term: /^状態/
          - term: /^団体名/
          - term: /^登録区分/
          - term: /^代表者氏名/
          - term: /^電話/
          - term: /^メール/
          - term: /^会員数/
          - term: /^主な活動/
          - term: /^登録の有効期限/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "group", role=role)
    sent.expect_title("利用団体の詳細")


@pytest.mark.parametrize("role", ["cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "group", role="group")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "group", role="group")
    look.expect_values(
        [
            "登録番号",
            "状態",
            "団体名",
            "登録区分",
            "代表者氏名",
            "電話",
            "メール",
            "会員数",
            "主な活動",
            "登録の有効期限",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("group", "申込", []),
        ("group", "登録", []),
        ("group", "停止", []),
        ("group", "抹消", []),
        ("desk", "申込", []),
        ("desk", "登録", []),
        ("desk", "停止", []),
        ("desk", "抹消", []),
        ("officer", "申込", ["登録を認める", "登録しない"]),
        ("officer", "登録", ["登録を抹消する"]),
        ("officer", "停止", ["登録を抹消する"]),
        ("officer", "抹消", []),
        ("chief", "申込", []),
        ("chief", "登録", ["利用を停止する"]),
        ("chief", "停止", ["停止を解く"]),
        ("chief", "抹消", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "group", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("申込", "accept", "group", "Refused"),
        ("申込", "accept", "desk", "Refused"),
        ("申込", "accept", "chief", "Refused"),
        ("申込", "accept", "cashier", "Refused"),
        ("登録", "accept", "officer", "Refused"),
        ("申込", "accept", "officer", "NotValid"),
        ("申込", "decline", "group", "Refused"),
        ("申込", "decline", "desk", "Refused"),
        ("申込", "decline", "chief", "Refused"),
        ("申込", "decline", "cashier", "Refused"),
        ("登録", "decline", "officer", "Refused"),
        ("申込", "decline", "officer", "NotValid"),
        ("登録", "suspend", "group", "Refused"),
        ("登録", "suspend", "desk", "Refused"),
        ("登録", "suspend", "officer", "Refused"),
        ("登録", "suspend", "cashier", "Refused"),
        ("申込", "suspend", "chief", "Refused"),
        ("登録", "suspend", "chief", "NotValid"),
        ("停止", "resume", "group", "Refused"),
        ("停止", "resume", "desk", "Refused"),
        ("停止", "resume", "officer", "Refused"),
        ("停止", "resume", "cashier", "Refused"),
        ("申込", "resume", "chief", "Refused"),
        ("登録", "close", "group", "Refused"),
        ("登録", "close", "desk", "Refused"),
        ("登録", "close", "chief", "Refused"),
        ("登録", "close", "cashier", "Refused"),
        ("申込", "close", "officer", "Refused"),
        ("登録", "close", "officer", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("group", state, action, role=role)
    assert refusal == error


def test_accept_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "group", state="申込", role="officer")
    visit.expect_actions(["登録を認める", "登録しない"])
    visit.click("登録を認める")
    dialog = visit.dialog("登録を認める")
    dialog.fill("登録の有効期限", "")
    dialog.click("登録を認める")
    dialog.expect_wrong("登録の有効期限", "登録の有効期限を入力してください")
    dialog.fill("登録の有効期限", "2026-04-01")
    dialog.click("登録を認める")
    visit.expect_taken("登録を認める", "登録")
    visit.expect_value("状態", "登録")
    visit.expect_history("登録を認める")


def test_decline_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "group", state="申込", role="officer")
    visit.click("登録しない")
    dialog = visit.dialog("登録しない")
    dialog.click("登録しない")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("登録しない")
    visit.expect_taken("登録しない", "抹消")
    visit.expect_value("状態", "抹消")
    visit.expect_history("登録しない", "試験のため")


def test_suspend_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "group", state="登録", role="chief")
    visit.expect_actions(["利用を停止する"])
    visit.click("利用を停止する")
    dialog = visit.dialog("利用を停止する")
    dialog.click("利用を停止する")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("利用を停止する")
    visit.expect_taken("利用を停止する", "停止")
    visit.expect_value("状態", "停止")
    visit.expect_history("利用を停止する", "試験のため")


def test_resume_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "group", state="停止", role="chief")
    visit.expect_actions(["停止を解く"])
    visit.click("停止を解く")
    visit.expect_taken("停止を解く", "登録")
    visit.expect_value("状態", "登録")
    visit.expect_history("停止を解く")


def test_close_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "group", state="登録", role="officer")
    visit.expect_actions(["登録を抹消する"])
    visit.click("登録を抹消する")
    dialog = visit.dialog("登録を抹消する")
    dialog.click("登録を抹消する")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("登録を抹消する")
    visit.expect_taken("登録を抹消する", "抹消")
    visit.expect_value("状態", "抹消")
    visit.expect_history("登録を抹消する", "試験のため")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "group", role="group")
    look.expect_edit("/s/group_form")
