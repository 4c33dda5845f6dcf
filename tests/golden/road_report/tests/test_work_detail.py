"""修繕の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/work_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "work", role="roads")
    look.expect_title("修繕の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "work", role="roads")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "修繕の詳細" [level=1]
          - term: /^指示番号/
          - term: /^状態/
          - term: /^通報/
          - term: /^業者/
          - term: /^工法/
          - term: /^工期/
          - term: /^指示内容/
          - term: /^見積額/
          - term: /^精算額/
          - term: /^見積との差/
          - term: /^施工日/
          - term: /^施工の結果/
          - term: /^検査日/
        """
    )


@pytest.mark.parametrize("role", ["chief", "contractor"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "work", role=role)
    sent.expect_title("修繕の詳細")


@pytest.mark.parametrize("role", ["citizen", "desk"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["見積との差"])])
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "work", role="roads", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "work", role="roads")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "work", role="roads")
    look.expect_values(
        [
            "指示番号",
            "状態",
            "通報",
            "業者",
            "工法",
            "工期",
            "指示内容",
            "見積額",
            "精算額",
            "見積との差",
            "施工日",
            "施工の結果",
            "検査日",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("roads", "指示済", []),
        ("roads", "施工中", []),
        ("roads", "検査待ち", ["手直しを求める", "検査に合格"]),
        ("roads", "検査済", []),
        ("roads", "指示取消", []),
        ("chief", "指示済", ["指示を取り消す"]),
        ("chief", "施工中", ["指示を取り消す"]),
        ("chief", "検査待ち", []),
        ("chief", "検査済", []),
        ("chief", "指示取消", []),
        ("contractor", "指示済", ["着手する"]),
        ("contractor", "施工中", ["完了を報告する"]),
        ("contractor", "検査待ち", []),
        ("contractor", "検査済", []),
        ("contractor", "指示取消", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "work", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("指示済", "start", "citizen", "Refused"),
        ("指示済", "start", "desk", "Refused"),
        ("指示済", "start", "roads", "Refused"),
        ("指示済", "start", "chief", "Refused"),
        ("施工中", "start", "contractor", "Refused"),
        ("施工中", "report_done", "citizen", "Refused"),
        ("施工中", "report_done", "desk", "Refused"),
        ("施工中", "report_done", "roads", "Refused"),
        ("施工中", "report_done", "chief", "Refused"),
        ("指示済", "report_done", "contractor", "Refused"),
        ("施工中", "report_done", "contractor", "NotValid"),
        ("検査待ち", "redo", "citizen", "Refused"),
        ("検査待ち", "redo", "desk", "Refused"),
        ("検査待ち", "redo", "chief", "Refused"),
        ("検査待ち", "redo", "contractor", "Refused"),
        ("指示済", "redo", "roads", "Refused"),
        ("検査待ち", "redo", "roads", "NotValid"),
        ("検査待ち", "approve", "citizen", "Refused"),
        ("検査待ち", "approve", "desk", "Refused"),
        ("検査待ち", "approve", "chief", "Refused"),
        ("検査待ち", "approve", "contractor", "Refused"),
        ("指示済", "approve", "roads", "Refused"),
        ("検査待ち", "approve", "roads", "NotValid"),
        ("指示済", "cancel", "citizen", "Refused"),
        ("指示済", "cancel", "desk", "Refused"),
        ("指示済", "cancel", "roads", "Refused"),
        ("指示済", "cancel", "contractor", "Refused"),
        ("検査待ち", "cancel", "chief", "Refused"),
        ("指示済", "cancel", "chief", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("work", state, action, role=role)
    assert refusal == error


def test_start_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "work", state="指示済", role="contractor")
    visit.expect_actions(["着手する"])
    visit.click("着手する")
    visit.expect_taken("着手する", "施工中")
    visit.expect_value("状態", "施工中")
    visit.expect_history("着手する")


def test_report_done_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "work", state="施工中", role="contractor")
    visit.expect_actions(["完了を報告する"])
    visit.click("完了を報告する")
    dialog = visit.dialog("完了を報告する")
    dialog.fill("施工日", "")
    dialog.fill("施工の結果", "")
    dialog.click("完了を報告する")
    dialog.expect_wrong("施工日", "施工日を入力してください")
    dialog.expect_wrong("施工の結果", "施工の結果を入力してください")
    dialog.fill("施工日", "2026-04-01")
    dialog.fill("施工の結果", "試験7391")
    dialog.click("完了を報告する")
    visit.expect_taken("完了を報告する", "検査待ち")
    visit.expect_value("状態", "検査待ち")
    visit.expect_history("完了を報告する")


def test_redo_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "work", state="検査待ち", role="roads")
    visit.expect_actions(["手直しを求める", "検査に合格"])
    visit.click("手直しを求める")
    dialog = visit.dialog("手直しを求める")
    dialog.click("手直しを求める")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("手直しを求める")
    visit.expect_taken("手直しを求める", "施工中")
    visit.expect_value("状態", "施工中")
    visit.expect_history("手直しを求める", "試験のため")


def test_approve_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "work", state="検査待ち", role="roads")
    visit.click("検査に合格")
    dialog = visit.dialog("検査に合格")
    dialog.fill("検査日", "")
    dialog.fill("精算額", "")
    dialog.click("検査に合格")
    dialog.expect_wrong("検査日", "検査日を入力してください")
    dialog.expect_wrong("精算額", "精算額を入力してください")
    dialog.fill("検査日", "2026-04-01")
    dialog.fill("精算額", "1200")
    dialog.click("検査に合格")
    visit.expect_taken("検査に合格", "検査済")
    visit.expect_value("状態", "検査済")
    visit.expect_history("検査に合格")


def test_cancel_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "work", state="指示済", role="chief")
    visit.expect_actions(["指示を取り消す"])
    visit.click("指示を取り消す")
    dialog = visit.dialog("指示を取り消す")
    dialog.click("指示を取り消す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("指示を取り消す")
    visit.expect_taken("指示を取り消す", "指示取消")
    visit.expect_value("状態", "指示取消")
    visit.expect_history("指示を取り消す", "試験のため")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "work", role="roads")
    look.expect_edit("/s/work_form")
