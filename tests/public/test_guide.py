"""The guide: every item of the catalogue once, with its articles and how sure they are."""

import re
from dataclasses import replace
from datetime import date

from netralitas.law.domain import Certainty
from netralitas.law.violations import INDICATION, Editions, load
from netralitas.prevention.domain import FileUse
from netralitas.prevention.policy import sharable
from netralitas.public.guide.composing import guide_sheet
from netralitas.public.guide.pages import GuidePage
from netralitas.public.library.domain import TYPES
from netralitas.public.pages import Stand
from tests.public.test_agenda import NOW, words_of

TODAY = date(2026, 11, 22)


def guide(editions: Editions | None = None, on: date = TODAY) -> GuidePage:
    content = guide_sheet(editions or load(), on).content
    assert isinstance(content, GuidePage)
    return content


def written() -> str:
    stand = Stand(moment=NOW, position=1)
    return words_of(guide_sheet(load(), TODAY).write(stand, demo=False).decode())


def test_every_item_of_the_edition_stands_once_with_its_own_words() -> None:
    edition = load().edition(TODAY)
    shown = {rule.code: rule for part in guide().forbidden for rule in part.rules}
    assert sum(len(part.rules) for part in guide().forbidden) == len(edition.violations) == 20
    for item in edition.violations:
        rule = shown[item.code.partition(".")[2]]
        assert (rule.act, rule.person) == (item.act, item.person)
        articles = [basis.article for basis in rule.articles]
        assert articles == [clause.article for clause in item.clauses_on(TODAY)]


def test_what_needs_confirmation_is_marked_and_what_was_read_is_not() -> None:
    assert all(rule.unsure == "sumber kedua" for part in guide().forbidden for rule in part.rules)
    shown = {rule.code: rule for part in guide().forbidden for rule in part.rules}
    assert [basis.unsure for basis in shown["D12"].articles] == ["simpulan"]
    edition = load().edition(TODAY)
    sure = tuple(
        replace(item, certainty=Certainty.T, level_certainty=Certainty.T)
        for item in edition.violations
    )
    other = guide(Editions([replace(edition, violations=sure)]))
    assert {rule.unsure for part in other.forbidden for rule in part.rules} == {None}
    assert "perlu konfirmasi · simpulan" in written()


def test_the_level_is_an_indication_and_the_decree_says_which_it_is() -> None:
    said = written()
    assert f"Tingkat di samping setiap perbuatan adalah {INDICATION}." in said
    assert "berlaku sejak 22 September 2022" in said
    assert "Penggantinya terakhir dicari November 2026." in said


def test_an_article_that_no_longer_holds_is_not_shown() -> None:
    today = {rule.code: rule for part in guide().forbidden for rule in part.rules}["D5"]
    before = guide(on=date(2023, 1, 2))
    earlier = {rule.code: rule for part in before.forbidden for rule in part.rules}["D5"]
    assert [basis.article for basis in today.articles] == [
        "UU 20/2023 Pasal 52 ayat (3) huruf j dan ayat (4)"
    ]
    assert [basis.article for basis in earlier.articles] == ["UU 5/2014 Pasal 87 ayat (4) huruf c"]


def test_those_concerned_are_chosen_by_the_words_of_the_items() -> None:
    chosen = {part.code: [code for code, _ in part.items] for part in guide().beside}
    assert chosen == {
        "boleh-dengan-cuti": ["E7", "D3"],
        "suami-istri": ["E7"],
        "pejabat": ["D8", "D12"],
    }
    edition = load().edition(TODAY)
    alone = Editions([replace(edition, violations=edition.violations[:1], conflicts=())])
    assert guide(alone).beside == ()


def test_what_sources_say_differently_is_told_once() -> None:
    assert [dispute.items for dispute in guide().disputes] == [
        "Butir D1, D2, D4, D6 dan D7",
        "Butir D8",
        "Butir D9 dan D10",
        "Seluruh daftar",
        "Butir D13",
    ]
    disputed = [rule.code for part in guide().forbidden for rule in part.rules if rule.disputed]
    assert sorted(disputed) == sorted(["D1", "D2", "D4", "D6", "D7", "D8", "D9", "D10", "D13"])


def test_each_part_is_led_to_and_led_to_once() -> None:
    stand = Stand(moment=NOW, position=1)
    html = guide_sheet(load(), TODAY).write(stand, demo=False).decode()
    for link in guide().contents:
        assert html.count(f'id="{link.href[1:]}"') == 1
    assert len(re.findall(r'class="section-title" id="', html)) == len(guide().contents)


def test_a_day_before_the_first_edition_shows_the_newest() -> None:
    assert guide(on=date(2019, 1, 1)).decree.name == "SKB 2022-09-22"


def test_the_library_takes_what_can_be_shared_and_nothing_else() -> None:
    taken = {
        kind
        for kind in (*TYPES, "text/html", "image/svg+xml", "video/mp4", "image/gif")
        if sharable(FileUse.MATERIAL, kind)
    }
    assert taken == set(TYPES)
