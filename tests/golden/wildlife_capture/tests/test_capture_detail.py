"""捕獲報告の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/capture_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "capture", role="captor")
    look.expect_title("捕獲報告の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "capture", role="captor")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "捕獲報告の詳細" [level=1]
          - term: /^報告番号/
          - term: /^状態/
          - term: /^許可/
          - term: /^捕獲者/
          - term: /^捕獲日/
          - term: /^獣種/
          - term: /^頭数/
          - term: /^捕獲した市町村/
          - term: /^場所/
          - term: /^位置/
          - term: /^証拠部位/
          - term: /^証拠部位の袋番号/
          - term: /^処分方法/
          - term: /^共同で捕獲した/
          - term: /^確認日/
          - term: /^確認した内容/
          - term: /^報償金の単価/
          - term: /^報償金/
          - term: /^不支給の区分/
          - term: /^支払日/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief", "cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "capture", role=role)
    sent.expect_title("捕獲報告の詳細")


@pytest.mark.parametrize("role", ["resident"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"), [("1", ["位置"], ["共同で捕獲した", "共同の捕獲者"])]
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "capture", role="captor", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "capture", role="captor")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "capture", role="captor")
    look.expect_values(
        [
            "報告番号",
            "状態",
            "許可",
            "捕獲者",
            "捕獲日",
            "獣種",
            "頭数",
            "捕獲した市町村",
            "場所",
            "位置",
            "証拠部位",
            "証拠部位の袋番号",
            "処分方法",
            "共同で捕獲した",
            "確認日",
            "確認した内容",
            "報償金の単価",
            "報償金",
            "不支給の区分",
            "支払日",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("captor", "下書", ["報告する", "取り下げる"]),
        ("captor", "報告済", ["取り下げる"]),
        ("captor", "確認中", []),
        ("captor", "確認済", []),
        ("captor", "支払決定", []),
        ("captor", "支払済", []),
        ("captor", "不支給", []),
        ("captor", "取下げ", []),
        ("desk", "下書", []),
        ("desk", "報告済", ["証拠部位を受け取った", "差し戻す"]),
        ("desk", "確認中", ["差し戻す"]),
        ("desk", "確認済", []),
        ("desk", "支払決定", []),
        ("desk", "支払済", []),
        ("desk", "不支給", []),
        ("desk", "取下げ", []),
        ("officer", "下書", []),
        ("officer", "報告済", ["証拠部位を受け取った", "差し戻す"]),
        ("officer", "確認中", ["差し戻す", "確認した"]),
        ("officer", "確認済", []),
        ("officer", "支払決定", []),
        ("officer", "支払済", []),
        ("officer", "不支給", []),
        ("officer", "取下げ", []),
        ("chief", "下書", []),
        ("chief", "報告済", []),
        ("chief", "確認中", ["不支給にする"]),
        ("chief", "確認済", ["確認をやり直す", "支払を決める", "不支給にする"]),
        ("chief", "支払決定", []),
        ("chief", "支払済", []),
        ("chief", "不支給", []),
        ("chief", "取下げ", []),
        ("cashier", "下書", []),
        ("cashier", "報告済", []),
        ("cashier", "確認中", []),
        ("cashier", "確認済", []),
        ("cashier", "支払決定", ["支払った", "決定に戻す"]),
        ("cashier", "支払済", []),
        ("cashier", "不支給", []),
        ("cashier", "取下げ", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "capture", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("下書", "submit", "resident", "Refused"),
        ("下書", "submit", "desk", "Refused"),
        ("下書", "submit", "officer", "Refused"),
        ("下書", "submit", "chief", "Refused"),
        ("下書", "submit", "cashier", "Refused"),
        ("報告済", "submit", "captor", "Refused"),
        ("報告済", "receive", "resident", "Refused"),
        ("報告済", "receive", "captor", "Refused"),
        ("報告済", "receive", "chief", "Refused"),
        ("報告済", "receive", "cashier", "Refused"),
        ("下書", "receive", "desk", "Refused"),
        ("報告済", "receive", "desk", "NotValid"),
        ("報告済", "send_back", "resident", "Refused"),
        ("報告済", "send_back", "captor", "Refused"),
        ("報告済", "send_back", "chief", "Refused"),
        ("報告済", "send_back", "cashier", "Refused"),
        ("下書", "send_back", "desk", "Refused"),
        ("報告済", "send_back", "desk", "NotValid"),
        ("確認中", "confirm", "resident", "Refused"),
        ("確認中", "confirm", "captor", "Refused"),
        ("確認中", "confirm", "desk", "Refused"),
        ("確認中", "confirm", "chief", "Refused"),
        ("確認中", "confirm", "cashier", "Refused"),
        ("下書", "confirm", "officer", "Refused"),
        ("確認中", "confirm", "officer", "NotValid"),
        ("確認済", "check_again", "resident", "Refused"),
        ("確認済", "check_again", "captor", "Refused"),
        ("確認済", "check_again", "desk", "Refused"),
        ("確認済", "check_again", "officer", "Refused"),
        ("確認済", "check_again", "cashier", "Refused"),
        ("下書", "check_again", "chief", "Refused"),
        ("確認済", "check_again", "chief", "NotValid"),
        ("確認済", "decide", "resident", "Refused"),
        ("確認済", "decide", "captor", "Refused"),
        ("確認済", "decide", "desk", "Refused"),
        ("確認済", "decide", "officer", "Refused"),
        ("確認済", "decide", "cashier", "Refused"),
        ("下書", "decide", "chief", "Refused"),
        ("確認済", "decide", "chief", "NotValid"),
        ("確認中", "no_payment", "resident", "Refused"),
        ("確認中", "no_payment", "captor", "Refused"),
        ("確認中", "no_payment", "desk", "Refused"),
        ("確認中", "no_payment", "officer", "Refused"),
        ("確認中", "no_payment", "cashier", "Refused"),
        ("下書", "no_payment", "chief", "Refused"),
        ("確認中", "no_payment", "chief", "NotValid"),
        ("支払決定", "pay", "resident", "Refused"),
        ("支払決定", "pay", "captor", "Refused"),
        ("支払決定", "pay", "desk", "Refused"),
        ("支払決定", "pay", "officer", "Refused"),
        ("支払決定", "pay", "chief", "Refused"),
        ("下書", "pay", "cashier", "Refused"),
        ("支払決定", "pay", "cashier", "NotValid"),
        ("支払決定", "return_payment", "resident", "Refused"),
        ("支払決定", "return_payment", "captor", "Refused"),
        ("支払決定", "return_payment", "desk", "Refused"),
        ("支払決定", "return_payment", "officer", "Refused"),
        ("支払決定", "return_payment", "chief", "Refused"),
        ("下書", "return_payment", "cashier", "Refused"),
        ("支払決定", "return_payment", "cashier", "NotValid"),
        ("下書", "withdraw", "resident", "Refused"),
        ("下書", "withdraw", "desk", "Refused"),
        ("下書", "withdraw", "officer", "Refused"),
        ("下書", "withdraw", "chief", "Refused"),
        ("下書", "withdraw", "cashier", "Refused"),
        ("確認中", "withdraw", "captor", "Refused"),
        ("下書", "withdraw", "captor", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("capture", state, action, role=role)
    assert refusal == error


def test_what_every_role_is_offered_is_allowed_by_the_server(visit: Visit) -> None:
    rows = [
        ("報告済", "receive", "officer", "NotValid"),
        ("報告済", "send_back", "officer", "NotValid"),
    ]
    for state, action, role, error in rows:
        refusal = visit.attempt("capture", state, action, role=role)
        assert refusal == error, action


def test_submit_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="下書", role="captor")
    visit.expect_actions(["報告する", "取り下げる"])
    visit.click("報告する")
    visit.expect_taken("報告する", "報告済")
    visit.expect_value("状態", "報告済")
    visit.expect_history("報告する")


def test_receive_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="報告済", role="desk")
    visit.expect_actions(["証拠部位を受け取った", "差し戻す"])
    visit.click("証拠部位を受け取った")
    dialog = visit.dialog("証拠部位を受け取った")
    dialog.fill("証拠部位の袋番号", "")
    dialog.click("証拠部位を受け取った")
    dialog.expect_wrong("証拠部位の袋番号", "証拠部位の袋番号を入力してください")
    dialog.fill("証拠部位の袋番号", "Q8852")
    dialog.click("証拠部位を受け取った")
    visit.expect_taken("証拠部位を受け取った", "確認中")
    visit.expect_value("状態", "確認中")
    visit.expect_history("証拠部位を受け取った")


def test_send_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="報告済", role="desk")
    visit.click("差し戻す")
    dialog = visit.dialog("差し戻す")
    dialog.click("差し戻す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("差し戻す")
    visit.expect_taken("差し戻す", "下書")
    visit.expect_value("状態", "下書")
    visit.expect_history("差し戻す", "試験のため")


def test_confirm_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="確認中", role="officer")
    visit.expect_actions(["差し戻す", "確認した"])
    visit.click("確認した")
    dialog = visit.dialog("確認した")
    dialog.fill("確認日", "")
    dialog.fill("確認した内容", "")
    dialog.click("確認した")
    dialog.expect_wrong("確認日", "確認日を入力してください")
    dialog.expect_wrong("確認した内容", "確認した内容を入力してください")
    dialog.fill("確認日", "2026-04-01")
    dialog.fill("確認した内容", "試験7391")
    dialog.click("確認した")
    visit.expect_taken("確認した", "確認済")
    visit.expect_value("状態", "確認済")
    visit.expect_history("確認した")


def test_check_again_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="確認済", role="chief")
    visit.expect_actions(["確認をやり直す", "支払を決める", "不支給にする"])
    visit.click("確認をやり直す")
    dialog = visit.dialog("確認をやり直す")
    dialog.click("確認をやり直す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("確認をやり直す")
    visit.expect_taken("確認をやり直す", "確認中")
    visit.expect_value("状態", "確認中")
    visit.expect_history("確認をやり直す", "試験のため")


def test_decide_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="確認済", role="chief")
    visit.click("支払を決める")
    dialog = visit.dialog("支払を決める")
    dialog.fill("報償金の単価", "")
    dialog.click("支払を決める")
    dialog.expect_wrong("報償金の単価", "報償金の単価を入力してください")
    dialog.fill("報償金の単価", "1200")
    dialog.click("支払を決める")
    visit.expect_taken("支払を決める", "支払決定")
    visit.expect_value("状態", "支払決定")
    visit.expect_history("支払を決める")


def test_no_payment_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="確認中", role="chief")
    visit.expect_actions(["不支給にする"])
    visit.click("不支給にする")
    dialog = visit.dialog("不支給にする")
    dialog.choose_nothing("不支給の区分")
    dialog.click("不支給にする")
    dialog.expect_wrong("不支給の区分", "不支給の区分を選んでください")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.choose("不支給の区分", "町外での捕獲")
    dialog.fill("理由", "試験のため")
    dialog.click("不支給にする")
    visit.expect_taken("不支給にする", "不支給")
    visit.expect_value("状態", "不支給")
    visit.expect_history("不支給にする", "試験のため")


def test_pay_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="支払決定", role="cashier")
    visit.expect_actions(["支払った", "決定に戻す"])
    visit.click("支払った")
    dialog = visit.dialog("支払った")
    dialog.fill("支払日", "")
    dialog.click("支払った")
    dialog.expect_wrong("支払日", "支払日を入力してください")
    dialog.fill("支払日", "2026-04-01")
    dialog.click("支払った")
    visit.expect_taken("支払った", "支払済")
    visit.expect_value("状態", "支払済")
    visit.expect_history("支払った")


def test_return_payment_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="支払決定", role="cashier")
    visit.click("決定に戻す")
    dialog = visit.dialog("決定に戻す")
    dialog.click("決定に戻す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("決定に戻す")
    visit.expect_taken("決定に戻す", "確認済")
    visit.expect_value("状態", "確認済")
    visit.expect_history("決定に戻す", "試験のため")


def test_withdraw_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", state="下書", role="captor")
    visit.click("取り下げる")
    dialog = visit.dialog("取り下げる")
    dialog.click("取り下げる")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("取り下げる")
    visit.expect_taken("取り下げる", "取下げ")
    visit.expect_value("状態", "取下げ")
    visit.expect_history("取り下げる", "試験のため")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "capture", role="captor")
    look.expect_edit("/s/capture_form")
