"""要望の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/request_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "request", role="association")
    look.expect_title("要望の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "request", role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "要望の詳細" [level=1]
          - term: /^要望番号/
          - term: /^状態/
          - term: /^自治会/
          - term: /^件名/
          - term: /^種類/
          - term: /^場所/
          - term: /^位置/
          - term: /^要望の内容/
          - term: /^恩恵を受ける世帯/
          - term: /^自治会の優先度/
          - term: /^前年からの継続/
          - term: /^担当課/
          - term: /^関係する課/
          - term: /^回答期限/
          - term: /^概算の事業費/
          - term: /^地元負担の割合/
          - term: /^地元負担額/
          - term: /^予算の年度/
          - term: /^関係機関/
          - term: /^回答文/
          - term: /^回答日/
          - term: /^完了日/
        """
    )


@pytest.mark.parametrize("role", ["desk", "section", "manager", "planner"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "request", role=role)
    sent.expect_title("要望の詳細")


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"),
    [("1", ["位置"], ["予算に載せた", "前の要望", "地元負担の割合", "地元負担額", "関係する課"])],
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "request", role="association", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "request", role="association")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "request", role="association")
    look.expect_values(
        [
            "要望番号",
            "状態",
            "自治会",
            "件名",
            "種類",
            "場所",
            "位置",
            "要望の内容",
            "恩恵を受ける世帯",
            "自治会の優先度",
            "前年からの継続",
            "担当課",
            "関係する課",
            "回答期限",
            "概算の事業費",
            "地元負担の割合",
            "地元負担額",
            "予算の年度",
            "関係機関",
            "回答文",
            "回答日",
            "完了日",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("association", "受付", ["取り下げる"]),
        ("association", "差戻し", ["直して出し直す", "取り下げる"]),
        ("association", "担当割当", ["取り下げる"]),
        ("association", "確認中", []),
        ("association", "実施", []),
        ("association", "予算検討", []),
        ("association", "関係機関へ", []),
        ("association", "不可", []),
        ("association", "回答済", []),
        ("association", "継続", []),
        ("association", "完了", []),
        ("association", "取下げ", []),
        ("desk", "受付", ["担当課を割り当てる", "自治会に差し戻す", "取り下げる"]),
        ("desk", "差戻し", ["取り下げる"]),
        ("desk", "担当割当", ["取り下げる"]),
        ("desk", "確認中", []),
        ("desk", "実施", ["回答する"]),
        ("desk", "予算検討", ["回答する"]),
        ("desk", "関係機関へ", ["回答する"]),
        ("desk", "不可", ["回答する"]),
        ("desk", "回答済", []),
        ("desk", "継続", []),
        ("desk", "完了", []),
        ("desk", "取下げ", []),
        ("section", "受付", []),
        ("section", "差戻し", []),
        ("section", "担当割当", ["担当でないので差し戻す", "受け持つ"]),
        ("section", "確認中", ["担当でないので差し戻す"]),
        ("section", "実施", []),
        ("section", "予算検討", []),
        ("section", "関係機関へ", []),
        ("section", "不可", []),
        ("section", "回答済", ["継続にする", "完了にする"]),
        ("section", "継続", ["完了にする"]),
        ("section", "完了", []),
        ("section", "取下げ", []),
        ("manager", "受付", []),
        ("manager", "差戻し", []),
        ("manager", "担当割当", ["担当でないので差し戻す"]),
        (
            "manager",
            "確認中",
            [
                "担当でないので差し戻す",
                "すぐに実施する",
                "予算を検討する",
                "関係機関へ回す",
                "対応できないと決める",
            ],
        ),
        ("manager", "実施", ["仕分けをやり直す"]),
        ("manager", "予算検討", ["仕分けをやり直す"]),
        ("manager", "関係機関へ", ["仕分けをやり直す"]),
        ("manager", "不可", ["仕分けをやり直す"]),
        ("manager", "回答済", []),
        ("manager", "継続", []),
        ("manager", "完了", []),
        ("manager", "取下げ", []),
        ("planner", "受付", []),
        ("planner", "差戻し", []),
        ("planner", "担当割当", []),
        ("planner", "確認中", []),
        ("planner", "実施", ["仕分けをやり直す"]),
        ("planner", "予算検討", ["予算に載せた", "仕分けをやり直す"]),
        ("planner", "関係機関へ", ["仕分けをやり直す"]),
        ("planner", "不可", ["仕分けをやり直す"]),
        ("planner", "回答済", []),
        ("planner", "継続", []),
        ("planner", "完了", []),
        ("planner", "取下げ", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "request", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("受付", "assign", "association", "Refused"),
        ("受付", "assign", "section", "Refused"),
        ("受付", "assign", "manager", "Refused"),
        ("受付", "assign", "planner", "Refused"),
        ("差戻し", "assign", "desk", "Refused"),
        ("受付", "assign", "desk", "NotValid"),
        ("受付", "send_back", "association", "Refused"),
        ("受付", "send_back", "section", "Refused"),
        ("受付", "send_back", "manager", "Refused"),
        ("受付", "send_back", "planner", "Refused"),
        ("差戻し", "send_back", "desk", "Refused"),
        ("受付", "send_back", "desk", "NotValid"),
        ("差戻し", "resubmit", "desk", "Refused"),
        ("差戻し", "resubmit", "section", "Refused"),
        ("差戻し", "resubmit", "manager", "Refused"),
        ("差戻し", "resubmit", "planner", "Refused"),
        ("受付", "resubmit", "association", "Refused"),
        ("担当割当", "not_ours", "association", "Refused"),
        ("担当割当", "not_ours", "desk", "Refused"),
        ("担当割当", "not_ours", "planner", "Refused"),
        ("受付", "not_ours", "section", "Refused"),
        ("担当割当", "not_ours", "section", "NotValid"),
        ("担当割当", "take", "association", "Refused"),
        ("担当割当", "take", "desk", "Refused"),
        ("担当割当", "take", "manager", "Refused"),
        ("担当割当", "take", "planner", "Refused"),
        ("受付", "take", "section", "Refused"),
        ("確認中", "do", "association", "Refused"),
        ("確認中", "do", "desk", "Refused"),
        ("確認中", "do", "section", "Refused"),
        ("確認中", "do", "planner", "Refused"),
        ("受付", "do", "manager", "Refused"),
        ("確認中", "do", "manager", "NotValid"),
        ("確認中", "budget", "association", "Refused"),
        ("確認中", "budget", "desk", "Refused"),
        ("確認中", "budget", "section", "Refused"),
        ("確認中", "budget", "planner", "Refused"),
        ("受付", "budget", "manager", "Refused"),
        ("確認中", "budget", "manager", "NotValid"),
        ("確認中", "to_agency", "association", "Refused"),
        ("確認中", "to_agency", "desk", "Refused"),
        ("確認中", "to_agency", "section", "Refused"),
        ("確認中", "to_agency", "planner", "Refused"),
        ("受付", "to_agency", "manager", "Refused"),
        ("確認中", "to_agency", "manager", "NotValid"),
        ("確認中", "refuse", "association", "Refused"),
        ("確認中", "refuse", "desk", "Refused"),
        ("確認中", "refuse", "section", "Refused"),
        ("確認中", "refuse", "planner", "Refused"),
        ("受付", "refuse", "manager", "Refused"),
        ("確認中", "refuse", "manager", "NotValid"),
        ("予算検討", "budget_set", "association", "Refused"),
        ("予算検討", "budget_set", "desk", "Refused"),
        ("予算検討", "budget_set", "section", "Refused"),
        ("予算検討", "budget_set", "manager", "Refused"),
        ("受付", "budget_set", "planner", "Refused"),
        ("予算検討", "budget_set", "planner", "NotValid"),
        ("実施", "sort_again", "association", "Refused"),
        ("実施", "sort_again", "desk", "Refused"),
        ("実施", "sort_again", "section", "Refused"),
        ("受付", "sort_again", "manager", "Refused"),
        ("実施", "sort_again", "manager", "NotValid"),
        ("実施", "send_answer", "association", "Refused"),
        ("実施", "send_answer", "section", "Refused"),
        ("実施", "send_answer", "manager", "Refused"),
        ("実施", "send_answer", "planner", "Refused"),
        ("受付", "send_answer", "desk", "Refused"),
        ("実施", "send_answer", "desk", "NotValid"),
        ("回答済", "carry_on", "association", "Refused"),
        ("回答済", "carry_on", "desk", "Refused"),
        ("回答済", "carry_on", "manager", "Refused"),
        ("回答済", "carry_on", "planner", "Refused"),
        ("受付", "carry_on", "section", "Refused"),
        ("回答済", "finish", "association", "Refused"),
        ("回答済", "finish", "desk", "Refused"),
        ("回答済", "finish", "manager", "Refused"),
        ("回答済", "finish", "planner", "Refused"),
        ("受付", "finish", "section", "Refused"),
        ("回答済", "finish", "section", "NotValid"),
        ("受付", "withdraw", "section", "Refused"),
        ("受付", "withdraw", "manager", "Refused"),
        ("受付", "withdraw", "planner", "Refused"),
        ("確認中", "withdraw", "association", "Refused"),
        ("受付", "withdraw", "association", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("request", state, action, role=role)
    assert refusal == error


def test_what_every_role_is_offered_is_allowed_by_the_server(visit: Visit) -> None:
    rows = [
        ("担当割当", "not_ours", "manager", "NotValid"),
        ("実施", "sort_again", "planner", "NotValid"),
        ("受付", "withdraw", "desk", "NotValid"),
    ]
    for state, action, role, error in rows:
        refusal = visit.attempt("request", state, action, role=role)
        assert refusal == error, action


def test_assign_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="受付", role="desk")
    visit.expect_actions(["担当課を割り当てる", "自治会に差し戻す", "取り下げる"])
    visit.click("担当課を割り当てる")
    dialog = visit.dialog("担当課を割り当てる")
    dialog.choose_nothing("担当課")
    dialog.fill("回答期限", "")
    dialog.click("担当課を割り当てる")
    dialog.expect_wrong("担当課", "担当課を選んでください")
    dialog.expect_wrong("回答期限", "回答期限を入力してください")
    dialog.choose("担当課", "建設課")
    dialog.fill("回答期限", "2026-08-01")
    dialog.click("担当課を割り当てる")
    visit.expect_taken("担当課を割り当てる", "担当割当")
    visit.expect_value("状態", "担当割当")
    visit.expect_history("担当課を割り当てる")


def test_send_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="受付", role="desk")
    visit.click("自治会に差し戻す")
    dialog = visit.dialog("自治会に差し戻す")
    dialog.click("自治会に差し戻す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("自治会に差し戻す")
    visit.expect_taken("自治会に差し戻す", "差戻し")
    visit.expect_value("状態", "差戻し")
    visit.expect_history("自治会に差し戻す", "試験のため")


def test_resubmit_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="差戻し", role="association")
    visit.expect_actions(["直して出し直す", "取り下げる"])
    visit.click("直して出し直す")
    visit.expect_taken("直して出し直す", "受付")
    visit.expect_value("状態", "受付")
    visit.expect_history("直して出し直す")


def test_not_ours_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="担当割当", role="section")
    visit.expect_actions(["担当でないので差し戻す", "受け持つ"])
    visit.click("担当でないので差し戻す")
    dialog = visit.dialog("担当でないので差し戻す")
    dialog.click("担当でないので差し戻す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("担当でないので差し戻す")
    visit.expect_taken("担当でないので差し戻す", "受付")
    visit.expect_value("状態", "受付")
    visit.expect_history("担当でないので差し戻す", "試験のため")


def test_take_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="担当割当", role="section")
    visit.click("受け持つ")
    visit.expect_taken("受け持つ", "確認中")
    visit.expect_value("状態", "確認中")
    visit.expect_history("受け持つ")


def test_do_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="確認中", role="manager")
    visit.expect_actions(
        [
            "担当でないので差し戻す",
            "すぐに実施する",
            "予算を検討する",
            "関係機関へ回す",
            "対応できないと決める",
        ],
    )
    visit.click("すぐに実施する")
    dialog = visit.dialog("すぐに実施する")
    dialog.fill("概算の事業費", "")
    dialog.click("すぐに実施する")
    dialog.expect_wrong("概算の事業費", "概算の事業費を入力してください")
    dialog.fill("概算の事業費", "1200")
    dialog.click("すぐに実施する")
    visit.expect_taken("すぐに実施する", "実施")
    visit.expect_value("状態", "実施")
    visit.expect_history("すぐに実施する")


def test_budget_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="確認中", role="manager")
    visit.click("予算を検討する")
    dialog = visit.dialog("予算を検討する")
    dialog.fill("概算の事業費", "")
    dialog.fill("予算の年度", "")
    dialog.click("予算を検討する")
    dialog.expect_wrong("概算の事業費", "概算の事業費を入力してください")
    dialog.expect_wrong("予算の年度", "予算の年度を入力してください")
    dialog.fill("概算の事業費", "1200")
    dialog.fill("予算の年度", "2005")
    dialog.click("予算を検討する")
    visit.expect_taken("予算を検討する", "予算検討")
    visit.expect_value("状態", "予算検討")
    visit.expect_history("予算を検討する")


def test_to_agency_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="確認中", role="manager")
    visit.click("関係機関へ回す")
    dialog = visit.dialog("関係機関へ回す")
    dialog.choose_nothing("関係機関")
    dialog.click("関係機関へ回す")
    dialog.expect_wrong("関係機関", "関係機関を選んでください")
    dialog.choose("関係機関", "福島県")
    dialog.click("関係機関へ回す")
    visit.expect_taken("関係機関へ回す", "関係機関へ")
    visit.expect_value("状態", "関係機関へ")
    visit.expect_history("関係機関へ回す")


def test_refuse_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="確認中", role="manager")
    visit.click("対応できないと決める")
    dialog = visit.dialog("対応できないと決める")
    dialog.click("対応できないと決める")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("対応できないと決める")
    visit.expect_taken("対応できないと決める", "不可")
    visit.expect_value("状態", "不可")
    visit.expect_history("対応できないと決める", "試験のため")


def test_budget_set_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="予算検討", role="planner")
    visit.expect_actions(["予算に載せた", "仕分けをやり直す"])
    visit.click("予算に載せた")
    dialog = visit.dialog("予算に載せた")
    dialog.fill("予算の年度", "")
    dialog.click("予算に載せた")
    dialog.expect_wrong("予算の年度", "予算の年度を入力してください")
    dialog.fill("予算の年度", "2005")
    dialog.click("予算に載せた")
    visit.expect_taken("予算に載せた", "実施")
    visit.expect_value("状態", "実施")
    visit.expect_history("予算に載せた")


def test_sort_again_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="実施", role="manager")
    visit.expect_actions(["仕分けをやり直す"])
    visit.click("仕分けをやり直す")
    dialog = visit.dialog("仕分けをやり直す")
    dialog.click("仕分けをやり直す")
    dialog.expect_wrong("理由", "理由を入力してください")
    dialog.fill("理由", "試験のため")
    dialog.click("仕分けをやり直す")
    visit.expect_taken("仕分けをやり直す", "確認中")
    visit.expect_value("状態", "確認中")
    visit.expect_history("仕分けをやり直す", "試験のため")


def test_send_answer_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="実施", role="desk")
    visit.expect_actions(["回答する"])
    visit.click("回答する")
    dialog = visit.dialog("回答する")
    dialog.fill("回答文", "")
    dialog.fill("回答日", "")
    dialog.click("回答する")
    dialog.expect_wrong("回答文", "回答文を入力してください")
    dialog.expect_wrong("回答日", "回答日を入力してください")
    dialog.fill("回答文", "試験7391")
    dialog.fill("回答日", "2026-04-01")
    dialog.click("回答する")
    visit.expect_taken("回答する", "回答済")
    visit.expect_value("状態", "回答済")
    visit.expect_history("回答する")


def test_carry_on_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="回答済", role="section")
    visit.expect_actions(["継続にする", "完了にする"])
    visit.click("継続にする")
    visit.expect_taken("継続にする", "継続")
    visit.expect_value("状態", "継続")
    visit.expect_history("継続にする")


def test_finish_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="回答済", role="section")
    visit.click("完了にする")
    dialog = visit.dialog("完了にする")
    dialog.fill("完了日", "")
    dialog.click("完了にする")
    dialog.expect_wrong("完了日", "完了日を入力してください")
    dialog.fill("完了日", "2026-04-01")
    dialog.click("完了にする")
    visit.expect_taken("完了にする", "完了")
    visit.expect_value("状態", "完了")
    visit.expect_history("完了にする")


def test_withdraw_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "request", state="受付", role="association")
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


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "request", role="association")
    look.expect_edit("/s/request_wizard")
