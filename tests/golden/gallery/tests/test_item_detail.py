"""見本の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/item_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.expect_title("見本の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "見本の詳細" [level=1]
          - term: /^番号/
          - term: /^状態/
          - term: /^名前/
          - term: /^記号/
          - term: /^説明/
          - term: /^個数/
          - term: /^重さ/
          - term: /^単価/
          - term: /^割引/
          - term: /^金額/
          - term: /^作った日/
          - term: /^開く時刻/
          - term: /^点検した日時/
          - term: /^対象の月/
          - term: /^急ぐ/
          - term: /^種類/
          - term: /^使う色/
          - term: /^置き場所/
          - term: /^問い合わせ先の氏名/
          - term: /^メール/
          - term: /^電話/
          - term: /^郵便番号/
          - term: /^住所/
          - term: /^参考のページ/
          - term: /^位置/
          - term: /^写真/
          - term: /^説明書/
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "item", role=role)
    sent.expect_title("見本の詳細")


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["位置", "写真"])])
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "item", role="clerk", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.expect_values(
        [
            "番号",
            "状態",
            "名前",
            "記号",
            "説明",
            "個数",
            "重さ",
            "単価",
            "割引",
            "金額",
            "作った日",
            "開く時刻",
            "点検した日時",
            "対象の月",
            "急ぐ",
            "種類",
            "使う色",
            "置き場所",
            "問い合わせ先の氏名",
            "メール",
            "電話",
            "郵便番号",
            "住所",
            "参考のページ",
            "位置",
            "写真",
            "説明書",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("clerk", "下書き", ["提出する", "取り下げる"]),
        ("clerk", "提出済", ["取り下げる"]),
        ("clerk", "承認済", []),
        ("clerk", "取下げ", []),
        ("chief", "下書き", []),
        ("chief", "提出済", ["承認する", "差し戻す"]),
        ("chief", "承認済", []),
        ("chief", "取下げ", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "item", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("下書き", "submit", "chief", "Refused"),
        ("提出済", "submit", "clerk", "Refused"),
        ("下書き", "submit", "clerk", "NotValid"),
        ("提出済", "approve", "clerk", "Refused"),
        ("下書き", "approve", "chief", "Refused"),
        ("提出済", "send_back", "clerk", "Refused"),
        ("下書き", "send_back", "chief", "Refused"),
        ("提出済", "send_back", "chief", "NotValid"),
        ("下書き", "withdraw", "chief", "Refused"),
        ("承認済", "withdraw", "clerk", "Refused"),
        ("下書き", "withdraw", "clerk", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("item", state, action, role=role)
    assert refusal == error


def test_submit_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "item", state="下書き", role="clerk")
    visit.expect_actions(["提出する", "取り下げる"])
    visit.click("提出する")
    dialog = visit.dialog("提出する")
    dialog.fill("作った日", "")
    dialog.click("提出する")
    dialog.expect_wrong("作った日", "作った日を入力してください")
    dialog.fill("作った日", "2026-04-01")
    dialog.click("提出する")
    visit.expect_taken("提出する", "提出済")
    visit.expect_value("状態", "提出済")
    visit.expect_history("提出する")


def test_approve_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "item", state="提出済", role="chief")
    visit.expect_actions(["承認する", "差し戻す"])
    visit.click("承認する")
    visit.expect_taken("承認する", "承認済")
    visit.expect_value("状態", "承認済")
    visit.expect_history("承認する")


def test_send_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "item", state="提出済", role="chief")
    visit.click("差し戻す")
    dialog = visit.dialog("差し戻す")
    dialog.click("差し戻す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("差し戻す")
    visit.expect_taken("差し戻す", "下書き")
    visit.expect_value("状態", "下書き")
    visit.expect_history("差し戻す", "試験のため")


def test_withdraw_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "item", state="下書き", role="clerk")
    visit.click("取り下げる")
    dialog = visit.dialog("取り下げる")
    dialog.click("取り下げる")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("取り下げる")
    visit.expect_taken("取り下げる", "取り下げた")
    visit.expect_value("状態", "取り下げた")
    visit.expect_history("取り下げる", "試験のため")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.expect_edit("/s/item_form")
