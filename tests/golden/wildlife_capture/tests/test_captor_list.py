"""捕獲者名簿"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/captor_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_title("捕獲者名簿")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "捕獲者名簿" [level=1]
          - combobox "所属"
          - combobox "保険に加入"
          - table:
            - rowgroup:
              - row:
                - columnheader /^隊員番号/
                - columnheader /^氏名/
                - columnheader /^所属/
                - columnheader /^免許/
                - columnheader /^免許の有効期限/
                - columnheader /^保険に加入/
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("捕獲者名簿")


@pytest.mark.parametrize("role", ["resident", "captor", "desk", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.table.expect_columns(["隊員番号", "氏名", "所属", "免許", "免許の有効期限", "保険に加入"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.table.expect_filter(
        "所属",
        [
            "若松班",
            "猪苗代班",
            "坂下班",
            "柳津・三島班",
            "金山・昭和班",
            "美里班",
            "喜多方班",
            "西会津班",
        ],
    )
    look.table.expect_filter("保険に加入", ["はい", "いいえ"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.table.expect_ways("/s/captor_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_way("捕獲者を登録する", "/s/captor_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.table.expect_sorted("隊員番号", "ascending")
    look.table.expect_order("隊員番号", "ascending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="officer")
    look.table.expect_rows(1, 20, of=24)
    look.table.turn_on()
    look.table.expect_rows(21, 24, of=24)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=24)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="officer")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("captor", {"unit": ["若松班"]})
    look.record("captor", {"insurance": ["はい"]})
    look.go_on_at(ADDRESS, role="officer")
    look.table.expect_narrowed("所属", ["若松班", "猪苗代班", "坂下班"], column="所属")
    look.table.expect_narrowed("保険に加入", ["はい", "いいえ"], column="保険に加入")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="officer")
    look.table.sort("隊員番号")
    look.table.expect_sorted("隊員番号", "descending")
    look.table.expect_order("隊員番号", "descending")
    look.table.sort("氏名")
    look.table.expect_sorted("氏名", "ascending")
    look.table.sort("所属")
    look.table.expect_sorted("所属", "ascending")
    look.table.sort("免許")
    look.table.expect_sorted("免許", "ascending")
    look.table.sort("免許の有効期限")
    look.table.expect_sorted("免許の有効期限", "ascending")
    look.table.expect_order("免許の有効期限", "ascending")
    look.table.sort("保険に加入")
    look.table.expect_sorted("保険に加入", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="officer")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["隊員番号", "氏名", "所属", "免許", "免許の有効期限", "保険に加入"], rows=24
    )
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=24)
    look.table.close(dialog)
