"""予約の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/booking_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="group")
    look.expect_title("予約の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="group")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "予約の詳細" [level=1]
          - term: /^予約番号/
          - term: /^状態/
          - term: /^施設/
          - term: /^利用日/
          - term: /^時間帯/
          - term: /^利用団体/
          - term: /^利用人数/
          - term: /^利用目的/
          - term: /^入場料/
          - term: /^減免の希望/
          - term: /^適用する時間単価/
          - term: /^利用時間/
          - term: /^減免率/
          - term: /^使用料/
          - term: /^納付期限/
          - term: /^納付額/
          - term: /^納付日/
          - term: /^利用人数の実績/
          - term: /^還付率/
          - term: /^還付額/
          - term: /^振込日/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief", "cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "booking", role=role)
    sent.expect_title("予約の詳細")


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"),
    [("1", ["利用人数の実績"], ["振込日", "還付した", "還付を決める", "還付率", "還付額"])],
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "booking", role="group", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="group")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="group")
    look.expect_values(
        [
            "予約番号",
            "状態",
            "施設",
            "利用日",
            "時間帯",
            "利用団体",
            "利用人数",
            "利用目的",
            "入場料",
            "減免の希望",
            "適用する時間単価",
            "利用時間",
            "減免率",
            "使用料",
            "納付期限",
            "納付額",
            "納付日",
            "利用人数の実績",
            "還付率",
            "還付額",
            "振込日",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("group", "仮予約", ["取り消す"]),
        ("group", "審査中", ["取り消す"]),
        ("group", "納付待", ["取り消す"]),
        ("group", "納付済", ["取り消す"]),
        ("group", "許可", ["取り消す"]),
        ("group", "利用済", []),
        ("group", "取消", []),
        ("group", "還付決定", []),
        ("group", "還付済", []),
        ("group", "期限切れ", []),
        ("group", "不許可", []),
        ("desk", "仮予約", ["審査を始める", "取り消す"]),
        ("desk", "審査中", ["差し戻す", "取り消す"]),
        ("desk", "納付待", ["期限切れにする", "取り消す"]),
        ("desk", "納付済", ["取り消す"]),
        ("desk", "許可", ["利用を記録する", "取り消す"]),
        ("desk", "利用済", []),
        ("desk", "取消", []),
        ("desk", "還付決定", []),
        ("desk", "還付済", []),
        ("desk", "期限切れ", []),
        ("desk", "不許可", []),
        ("officer", "仮予約", []),
        ("officer", "審査中", ["差し戻す", "使用料を決める", "全額減免にする"]),
        ("officer", "納付待", []),
        ("officer", "納付済", []),
        ("officer", "許可", []),
        ("officer", "利用済", []),
        ("officer", "取消", ["還付を決める"]),
        ("officer", "還付決定", []),
        ("officer", "還付済", []),
        ("officer", "期限切れ", []),
        ("officer", "不許可", []),
        ("chief", "仮予約", []),
        ("chief", "審査中", ["不許可にする"]),
        ("chief", "納付待", []),
        ("chief", "納付済", ["不許可にする", "使用を許可する"]),
        ("chief", "許可", []),
        ("chief", "利用済", []),
        ("chief", "取消", []),
        ("chief", "還付決定", []),
        ("chief", "還付済", []),
        ("chief", "期限切れ", []),
        ("chief", "不許可", []),
        ("cashier", "仮予約", []),
        ("cashier", "審査中", []),
        ("cashier", "納付待", ["納付を確かめた", "期限切れにする"]),
        ("cashier", "納付済", []),
        ("cashier", "許可", []),
        ("cashier", "利用済", []),
        ("cashier", "取消", []),
        ("cashier", "還付決定", ["還付した"]),
        ("cashier", "還付済", []),
        ("cashier", "期限切れ", []),
        ("cashier", "不許可", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "booking", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("仮予約", "review", "group", "Refused"),
        ("仮予約", "review", "officer", "Refused"),
        ("仮予約", "review", "chief", "Refused"),
        ("仮予約", "review", "cashier", "Refused"),
        ("審査中", "review", "desk", "Refused"),
        ("審査中", "send_back", "group", "Refused"),
        ("審査中", "send_back", "chief", "Refused"),
        ("審査中", "send_back", "cashier", "Refused"),
        ("仮予約", "send_back", "desk", "Refused"),
        ("審査中", "send_back", "desk", "NotValid"),
        ("審査中", "charge", "group", "Refused"),
        ("審査中", "charge", "desk", "Refused"),
        ("審査中", "charge", "chief", "Refused"),
        ("審査中", "charge", "cashier", "Refused"),
        ("仮予約", "charge", "officer", "Refused"),
        ("審査中", "charge", "officer", "NotValid"),
        ("審査中", "waive", "group", "Refused"),
        ("審査中", "waive", "desk", "Refused"),
        ("審査中", "waive", "chief", "Refused"),
        ("審査中", "waive", "cashier", "Refused"),
        ("仮予約", "waive", "officer", "Refused"),
        ("審査中", "waive", "officer", "NotValid"),
        ("審査中", "refuse", "group", "Refused"),
        ("審査中", "refuse", "desk", "Refused"),
        ("審査中", "refuse", "officer", "Refused"),
        ("審査中", "refuse", "cashier", "Refused"),
        ("仮予約", "refuse", "chief", "Refused"),
        ("審査中", "refuse", "chief", "NotValid"),
        ("納付待", "confirm_payment", "group", "Refused"),
        ("納付待", "confirm_payment", "desk", "Refused"),
        ("納付待", "confirm_payment", "officer", "Refused"),
        ("納付待", "confirm_payment", "chief", "Refused"),
        ("仮予約", "confirm_payment", "cashier", "Refused"),
        ("納付待", "confirm_payment", "cashier", "NotValid"),
        ("納付待", "expire", "group", "Refused"),
        ("納付待", "expire", "officer", "Refused"),
        ("納付待", "expire", "chief", "Refused"),
        ("仮予約", "expire", "desk", "Refused"),
        ("納付済", "permit", "group", "Refused"),
        ("納付済", "permit", "desk", "Refused"),
        ("納付済", "permit", "officer", "Refused"),
        ("納付済", "permit", "cashier", "Refused"),
        ("仮予約", "permit", "chief", "Refused"),
        ("許可", "use", "group", "Refused"),
        ("許可", "use", "officer", "Refused"),
        ("許可", "use", "chief", "Refused"),
        ("許可", "use", "cashier", "Refused"),
        ("仮予約", "use", "desk", "Refused"),
        ("許可", "use", "desk", "NotValid"),
        ("仮予約", "cancel", "officer", "Refused"),
        ("仮予約", "cancel", "chief", "Refused"),
        ("仮予約", "cancel", "cashier", "Refused"),
        ("利用済", "cancel", "group", "Refused"),
        ("仮予約", "cancel", "group", "NotValid"),
        ("取消", "decide_refund", "group", "Refused"),
        ("取消", "decide_refund", "desk", "Refused"),
        ("取消", "decide_refund", "chief", "Refused"),
        ("取消", "decide_refund", "cashier", "Refused"),
        ("仮予約", "decide_refund", "officer", "Refused"),
        ("取消", "decide_refund", "officer", "NotValid"),
        ("還付決定", "pay_refund", "group", "Refused"),
        ("還付決定", "pay_refund", "desk", "Refused"),
        ("還付決定", "pay_refund", "officer", "Refused"),
        ("還付決定", "pay_refund", "chief", "Refused"),
        ("仮予約", "pay_refund", "cashier", "Refused"),
        ("還付決定", "pay_refund", "cashier", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("booking", state, action, role=role)
    assert refusal == error


def test_what_every_role_is_offered_is_allowed_by_the_server(visit: Visit) -> None:
    rows = [
        ("審査中", "send_back", "officer", "NotValid"),
        ("納付待", "expire", "cashier", ""),
        ("仮予約", "cancel", "desk", "NotValid"),
    ]
    for state, action, role, error in rows:
        refusal = visit.attempt("booking", state, action, role=role)
        assert refusal == error, action


def test_review_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="仮予約", role="desk")
    visit.expect_actions(["審査を始める", "取り消す"])
    visit.click("審査を始める")
    visit.expect_taken("審査を始める", "審査中")
    visit.expect_value("状態", "審査中")
    visit.expect_history("審査を始める")


def test_send_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="審査中", role="desk")
    visit.expect_actions(["差し戻す", "取り消す"])
    visit.click("差し戻す")
    dialog = visit.dialog("差し戻す")
    dialog.click("差し戻す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("差し戻す")
    visit.expect_taken("差し戻す", "仮予約")
    visit.expect_value("状態", "仮予約")
    visit.expect_history("差し戻す", "試験のため")


def test_charge_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="審査中", role="officer")
    visit.expect_actions(["差し戻す", "使用料を決める", "全額減免にする"])
    visit.click("使用料を決める")
    dialog = visit.dialog("使用料を決める")
    dialog.fill("適用する時間単価", "")
    dialog.fill("利用時間", "")
    dialog.fill("納付期限", "")
    dialog.click("使用料を決める")
    dialog.expect_wrong("適用する時間単価", "適用する時間単価を入力してください")
    dialog.expect_wrong("利用時間", "利用時間を入力してください")
    dialog.expect_wrong("納付期限", "納付期限を入力してください")
    dialog.fill("適用する時間単価", "1200")
    dialog.fill("利用時間", "1.5")
    dialog.fill("納付期限", "2026-04-01")
    dialog.click("使用料を決める")
    visit.expect_taken("使用料を決める", "納付待")
    visit.expect_value("状態", "納付待")
    visit.expect_history("使用料を決める")


def test_waive_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="審査中", role="officer")
    visit.click("全額減免にする")
    dialog = visit.dialog("全額減免にする")
    dialog.click("全額減免にする")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("全額減免にする")
    visit.expect_taken("全額減免にする", "納付済")
    visit.expect_value("状態", "納付済")
    visit.expect_history("全額減免にする", "試験のため")


def test_refuse_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="審査中", role="chief")
    visit.expect_actions(["不許可にする"])
    visit.click("不許可にする")
    dialog = visit.dialog("不許可にする")
    dialog.click("不許可にする")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("不許可にする")
    visit.expect_taken("不許可にする", "不許可")
    visit.expect_value("状態", "不許可")
    visit.expect_history("不許可にする", "試験のため")


def test_confirm_payment_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="納付待", role="cashier")
    visit.expect_actions(["納付を確かめた", "期限切れにする"])
    visit.click("納付を確かめた")
    dialog = visit.dialog("納付を確かめた")
    dialog.fill("納付額", "")
    dialog.fill("納付日", "")
    dialog.click("納付を確かめた")
    dialog.expect_wrong("納付額", "納付額を入力してください")
    dialog.expect_wrong("納付日", "納付日を入力してください")
    dialog.fill("納付額", "1200")
    dialog.fill("納付日", "2026-04-01")
    dialog.click("納付を確かめた")
    visit.expect_taken("納付を確かめた", "納付済")
    visit.expect_value("状態", "納付済")
    visit.expect_history("納付を確かめた")


def test_expire_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="納付待", role="desk")
    visit.expect_actions(["期限切れにする", "取り消す"])
    visit.click("期限切れにする")
    visit.expect_taken("期限切れにする", "期限切れ")
    visit.expect_value("状態", "期限切れ")
    visit.expect_history("期限切れにする")


def test_permit_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="納付済", role="chief")
    visit.expect_actions(["不許可にする", "使用を許可する"])
    visit.click("使用を許可する")
    visit.expect_taken("使用を許可する", "許可")
    visit.expect_value("状態", "許可")
    visit.expect_history("使用を許可する")


def test_use_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="許可", role="desk")
    visit.expect_actions(["利用を記録する", "取り消す"])
    visit.click("利用を記録する")
    dialog = visit.dialog("利用を記録する")
    dialog.fill("利用人数の実績", "")
    dialog.click("利用を記録する")
    dialog.expect_wrong("利用人数の実績", "利用人数の実績を入力してください")
    dialog.fill("利用人数の実績", "12")
    dialog.click("利用を記録する")
    visit.expect_taken("利用を記録する", "利用済")
    visit.expect_value("状態", "利用済")
    visit.expect_history("利用を記録する")


def test_cancel_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="仮予約", role="group")
    visit.expect_actions(["取り消す"])
    visit.click("取り消す")
    dialog = visit.dialog("取り消す")
    dialog.click("取り消す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("取り消す")
    visit.expect_taken("取り消す", "取消")
    visit.expect_value("状態", "取消")
    visit.expect_history("取り消す", "試験のため")


def test_decide_refund_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="取消", role="officer")
    visit.expect_actions(["還付を決める"])
    visit.click("還付を決める")
    dialog = visit.dialog("還付を決める")
    dialog.fill("還付率", "")
    dialog.click("還付を決める")
    dialog.expect_wrong("還付率", "還付率を入力してください")
    dialog.fill("還付率", "30")
    dialog.click("還付を決める")
    visit.expect_taken("還付を決める", "還付決定")
    visit.expect_value("状態", "還付決定")
    visit.expect_history("還付を決める")


def test_pay_refund_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="還付決定", role="cashier")
    visit.expect_actions(["還付した"])
    visit.click("還付した")
    dialog = visit.dialog("還付した")
    dialog.fill("振込日", "")
    dialog.click("還付した")
    dialog.expect_wrong("振込日", "振込日を入力してください")
    dialog.fill("振込日", "2026-04-01")
    dialog.click("還付した")
    visit.expect_taken("還付した", "還付済")
    visit.expect_value("状態", "還付済")
    visit.expect_history("還付した")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="group")
    look.expect_edit("/s/booking_form")
