"""通報の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="desk")
    look.expect_title("通報の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "通報の詳細" [level=1]
          - term: /^受付番号/
          - term: /^状態/
          - term: /^受付方法/
          - term: /^市町/
          - term: /^種別/
          - term: /^場所/
          - term: /^位置/
          - term: /^写真/
          - term: /^状況/
          - term: /^通行に危険がある/
          - term: /^結果の連絡/
          - term: /^緊急度/
          - term: /^路線/
          - term: /^管理者区分/
          - term: /^現地確認日/
          - term: /^損傷の幅/
          - term: /^確認した事実/
          - term: /^修繕費の概算/
          - term: /^統合先の通報/
          - term: /^引継先/
          - term: /^次に見に行く日/
          - term: /^完了日/
          - term: /^対応内容/
        """
    )


@pytest.mark.parametrize("role", ["roads", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "report", role=role)
    sent.expect_title("通報の詳細")


@pytest.mark.parametrize("role", ["citizen", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"),
    [("1", ["位置", "写真"], ["対象外にする", "統合する", "統合先の通報"])],
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "report", role="desk", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="desk")
    look.expect_values(
        [
            "受付番号",
            "状態",
            "受付方法",
            "市町",
            "種別",
            "場所",
            "位置",
            "写真",
            "状況",
            "通行に危険がある",
            "結果の連絡",
            "緊急度",
            "路線",
            "管理者区分",
            "現地確認日",
            "損傷の幅",
            "確認した事実",
            "修繕費の概算",
            "統合先の通報",
            "引継先",
            "次に見に行く日",
            "完了日",
            "対応内容",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("desk", "受付", ["受け付ける", "統合する", "通報を取り下げる"]),
        ("desk", "確認中", ["統合する"]),
        ("desk", "判断待ち", []),
        ("desk", "対応中", []),
        ("desk", "経過観察", []),
        ("desk", "他機関引継", []),
        ("desk", "完了", []),
        ("desk", "対象外", []),
        ("desk", "統合済", []),
        ("desk", "取下げ", []),
        ("roads", "受付", ["統合する"]),
        ("roads", "確認中", ["現地を確認した", "差し戻す", "統合する"]),
        ("roads", "判断待ち", []),
        ("roads", "対応中", ["完了にする"]),
        ("roads", "経過観察", ["もう一度確認する"]),
        ("roads", "他機関引継", ["先方の対応を確認した"]),
        ("roads", "完了", []),
        ("roads", "対象外", []),
        ("roads", "統合済", []),
        ("roads", "取下げ", []),
        ("chief", "受付", []),
        ("chief", "確認中", ["差し戻す", "対象外にする"]),
        (
            "chief",
            "判断待ち",
            [
                "現地確認をやり直す",
                "対応すると決める",
                "経過観察にする",
                "他機関へ引き継ぐ",
                "対象外にする",
            ],
        ),
        ("chief", "対応中", []),
        ("chief", "経過観察", []),
        ("chief", "他機関引継", []),
        ("chief", "完了", []),
        ("chief", "対象外", []),
        ("chief", "統合済", []),
        ("chief", "取下げ", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "report", state=state, role=role)
    sent.expect_actions(actions)


def test_accept_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="受付", role="desk")
    visit.expect_actions(["受け付ける", "統合する", "通報を取り下げる"])
    visit.click("受け付ける")
    dialog = visit.dialog("受け付ける")
    dialog.choose_nothing("緊急度")
    dialog.click("受け付ける")
    dialog.expect_wrong("緊急度", "緊急度を選んでください")
    dialog.choose("緊急度", "高")
    dialog.click("受け付ける")
    visit.expect_taken("受け付ける", "確認中")
    visit.expect_value("状態", "確認中")
    visit.expect_history("受け付ける")


def test_inspect_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="確認中", role="roads")
    visit.expect_actions(["現地を確認した", "差し戻す", "統合する"])
    visit.click("現地を確認した")
    dialog = visit.dialog("現地を確認した")
    dialog.fill("現地確認日", "")
    dialog.choose_nothing("管理者区分")
    dialog.fill("確認した事実", "")
    dialog.click("現地を確認した")
    dialog.expect_wrong("現地確認日", "現地確認日を入力してください")
    dialog.expect_wrong("管理者区分", "管理者区分を選んでください")
    dialog.expect_wrong("確認した事実", "確認した事実を入力してください")
    dialog.fill("現地確認日", "2026-04-01")
    dialog.choose("管理者区分", "市町道")
    dialog.fill("確認した事実", "試験7391")
    dialog.click("現地を確認した")
    visit.expect_taken("現地を確認した", "対応の判断待ち")
    visit.expect_value("状態", "対応の判断待ち")
    visit.expect_history("現地を確認した")


def test_send_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="確認中", role="roads")
    visit.click("差し戻す")
    dialog = visit.dialog("差し戻す")
    dialog.click("差し戻す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("差し戻す")
    visit.expect_taken("差し戻す", "受付")
    visit.expect_value("状態", "受付")
    visit.expect_history("差し戻す", "試験のため")


def test_look_again_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="判断待ち", role="chief")
    visit.expect_actions(
        [
            "現地確認をやり直す",
            "対応すると決める",
            "経過観察にする",
            "他機関へ引き継ぐ",
            "対象外にする",
        ],
    )
    visit.click("現地確認をやり直す")
    dialog = visit.dialog("現地確認をやり直す")
    dialog.click("現地確認をやり直す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("現地確認をやり直す")
    visit.expect_taken("現地確認をやり直す", "確認中")
    visit.expect_value("状態", "確認中")
    visit.expect_history("現地確認をやり直す", "試験のため")


def test_repair_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="判断待ち", role="chief")
    visit.click("対応すると決める")
    dialog = visit.dialog("対応すると決める")
    dialog.choose_nothing("緊急度")
    dialog.click("対応すると決める")
    dialog.expect_wrong("緊急度", "緊急度を選んでください")
    dialog.choose("緊急度", "高")
    dialog.click("対応すると決める")
    visit.expect_taken("対応すると決める", "対応中")
    visit.expect_value("状態", "対応中")
    visit.expect_history("対応すると決める")


def test_observe_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="判断待ち", role="chief")
    visit.click("経過観察にする")
    dialog = visit.dialog("経過観察にする")
    dialog.fill("次に見に行く日", "")
    dialog.click("経過観察にする")
    dialog.expect_wrong("次に見に行く日", "次に見に行く日を入力してください")
    dialog.fill("次に見に行く日", "2026-04-01")
    dialog.click("経過観察にする")
    visit.expect_taken("経過観察にする", "経過観察")
    visit.expect_value("状態", "経過観察")
    visit.expect_history("経過観察にする")


def test_recheck_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="経過観察", role="roads")
    visit.expect_actions(["もう一度確認する"])
    visit.click("もう一度確認する")
    visit.expect_taken("もう一度確認する", "確認中")
    visit.expect_value("状態", "確認中")
    visit.expect_history("もう一度確認する")


def test_hand_over_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="判断待ち", role="chief")
    visit.click("他機関へ引き継ぐ")
    dialog = visit.dialog("他機関へ引き継ぐ")
    dialog.choose_nothing("引継先")
    dialog.click("他機関へ引き継ぐ")
    dialog.expect_wrong("引継先", "引継先を選んでください")
    dialog.choose("引継先", "福島県の建設事務所")
    dialog.click("他機関へ引き継ぐ")
    visit.expect_taken("他機関へ引き継ぐ", "他機関引継")
    visit.expect_value("状態", "他機関引継")
    visit.expect_history("他機関へ引き継ぐ")


def test_close_handed_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="他機関引継", role="roads")
    visit.expect_actions(["先方の対応を確認した"])
    visit.click("先方の対応を確認した")
    dialog = visit.dialog("先方の対応を確認した")
    dialog.fill("対応内容", "")
    dialog.click("先方の対応を確認した")
    dialog.expect_wrong("対応内容", "対応内容を入力してください")
    dialog.fill("対応内容", "試験7391")
    dialog.click("先方の対応を確認した")
    visit.expect_taken("先方の対応を確認した", "完了")
    visit.expect_value("状態", "完了")
    visit.expect_history("先方の対応を確認した")


def test_reject_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="確認中", role="chief")
    visit.expect_actions(["差し戻す", "対象外にする"])
    visit.click("対象外にする")
    dialog = visit.dialog("対象外にする")
    dialog.click("対象外にする")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("対象外にする")
    visit.expect_taken("対象外にする", "対象外")
    visit.expect_value("状態", "対象外")
    visit.expect_history("対象外にする", "試験のため")


def test_merge_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="受付", role="desk")
    visit.click("統合する")
    dialog = visit.dialog("統合する")
    dialog.choose_nothing("統合先の通報")
    dialog.click("統合する")
    dialog.expect_wrong("統合先の通報", "統合先の通報を選んでください")
    dialog.choose_first("統合先の通報")
    dialog.click("統合する")
    visit.expect_taken("統合する", "統合済")
    visit.expect_value("状態", "統合済")
    visit.expect_history("統合する")


def test_finish_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="対応中", role="roads")
    visit.expect_actions(["完了にする"])
    visit.click("完了にする")
    dialog = visit.dialog("完了にする")
    dialog.fill("完了日", "")
    dialog.fill("対応内容", "")
    dialog.click("完了にする")
    dialog.expect_wrong("完了日", "完了日を入力してください")
    dialog.expect_wrong("対応内容", "対応内容を入力してください")
    dialog.fill("完了日", "2026-04-01")
    dialog.fill("対応内容", "試験7391")
    dialog.click("完了にする")
    visit.expect_taken("完了にする", "完了")
    visit.expect_value("状態", "完了")
    visit.expect_history("完了にする")


def test_withdraw_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", state="受付", role="desk")
    visit.click("通報を取り下げる")
    dialog = visit.dialog("通報を取り下げる")
    dialog.click("通報を取り下げる")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("通報を取り下げる")
    visit.expect_taken("通報を取り下げる", "取下げ")
    visit.expect_value("状態", "取下げ")
    visit.expect_history("通報を取り下げる", "試験のため")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "report", role="desk")
    look.expect_edit("/s/desk_form")
