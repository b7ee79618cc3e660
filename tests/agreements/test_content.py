"""The three agreements of public documents: complete, and word for word as printed."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

from netralitas.agreements.content import NAMES, read
from netralitas.agreements.paper import Paper
from netralitas.law.words import MONTHS

DOCUMENTS = Path(__file__).parent / "documents"
FILES = {
    "belitung_timur": "nota-kesepakatan-belitung-timur-2022.txt",
    "kudus": "perjanjian-kerja-sama-kudus-2024.txt",
    "banjarnegara": "nota-kesepakatan-banjarnegara-2025.txt",
}
NUMBER_WORDS = {
    "belitung_timur": "Dua Puluh Tiga Bulan Agustus Tahun Dua Ribu Dua Puluh Dua (23-08-2022)",
    "kudus": "Dua bulan Januari tahun Dua Ribu Dua Puluh Empat",
    "banjarnegara": "Delapan belas bulan Desember tahun Dua ribu dua puluh lima (18-12-2025)",
}


def plain(text: str) -> str:
    """The text without white space, emphasis, tags of the scan and numbers before an item."""
    text = re.sub(r"<[^>]+>", " ", text).replace("*", "").replace("•", " ")
    text = re.sub(r"^\s*(- )?(\(\d+\)|[a-z]\.|\d+\.)\s", " ", text, flags=re.MULTILINE)
    return re.sub(r"\s+", "", text)


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the tables of a document, those that go on over a page put together."""
    row: list[str] | None = None
    for line in (DOCUMENTS / FILES[name]).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 6 or "PARAF" in line or not any(cells) or {"No.", "11"} & set(cells):
            continue
        if {"PIHAK II", "PIHAK KESATU"} & set(cells):
            continue
        if re.fullmatch(r"\d\.?", cells[0]) or (row and cells[2] and not cells[1]):
            if row:
                yield row
            row = cells
        elif row:
            row = [f"{a} {b}" for a, b in zip_longest(row, cells, fillvalue="")]
    if row:
        yield row


def document(name: str) -> str:
    """The document from its head to its tables, as one text: no boxes for initials."""
    lines = (DOCUMENTS / FILES[name]).read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if "\t" not in line)
    return plain("\n".join(kept))


def cells(name: str) -> list[str]:
    """The cells of the work plan; numbers of items inside a cell taken out."""
    found = [cell for row in rows(name) for cell in row]
    return [plain(re.sub(r"(?<![\w.])\d\. (?=[A-Z])", " ", cell)) for cell in found]


def printed(paper: Paper) -> Iterator[str]:
    """Whatever the head and the articles of the paper say in words."""
    yield from (paper.title, paper.place, paper.under, paper.together, paper.alone)
    yield from (*paper.considerations, *paper.cites)
    yield from (named.text for named in paper.named)
    for article in paper.articles:
        yield article.heading
        yield from (provision.text for provision in article.provisions)
    for party in paper.parties:
        yield from (party.called, party.name, party.number, party.signatory, party.capacity)
        yield from (party.basis, party.seat)
    if paper.correspondence:
        for address in paper.correspondence.addresses:
            yield from (address.to, address.street, address.phone, address.email)


@pytest.mark.parametrize("name", NAMES)
def test_each_sentence_number_and_name_stands_in_the_document(name: str) -> None:
    whole = document(name)
    paper = read(name)
    missing = [text for text in printed(paper) if plain(text) not in whole]
    assert not missing
    assert plain(NUMBER_WORDS[name]) in whole
    assert paper.signed_on is not None
    assert MONTHS[paper.signed_on.month - 1] in NUMBER_WORDS[name]


@pytest.mark.parametrize("name", NAMES)
def test_each_article_is_entered_and_nothing_of_it_is_left_out(name: str) -> None:
    """Put together, the sentences of the articles are the document between head and closing."""
    paper = read(name)
    whole = document(name)
    closing = whole.rindex("Demikian")
    begin = whole.index("Pasal1" + ("KETENTUAN" if name != "kudus" else "Dalam"))
    left = whole[begin:closing]
    assert [article.number for article in paper.articles] == list(range(1, len(paper.articles) + 1))
    for article in paper.articles:
        for text in (f"Pasal{article.number}", *(p.text for p in article.provisions)):
            assert plain(text) in left, text
            left = left[left.index(plain(text)) + len(plain(text)) :]
    assert left == ""


def test_the_work_plans_are_as_printed() -> None:
    for name in ("belitung_timur", "banjarnegara"):
        printed_cells = cells(name)
        for row in read(name).plan:
            texts = [row.programme, row.fund, *row.schedule, row.activity, row.place, row.doers]
            texts += [duty.text for duty in row.duties]
            texts += [each.text for each in (*row.output, *row.outcome)]
            for text in texts:
                assert any(plain(text) in cell for cell in printed_cells), text


def test_no_duty_of_the_work_plan_of_belitung_timur_is_missing() -> None:
    """The duties of each cell, put together, are the whole cell."""
    table = [row for row in rows("belitung_timur") if len(row) > 8]
    plan = read("belitung_timur").plan
    assert len(table) == len(plan) == 5
    for row, entered in zip(table, plan, strict=True):
        for party in (1, 2):
            texts = [duty.text for duty in entered.duties if duty.party == party]
            numbers = [duty.number for duty in entered.duties if duty.party == party]
            cell = re.sub(r"(?<![\w.])\d\. (?=[A-Z])", " ", row[5 + party])
            assert plain("".join(texts)) == plain(cell)
            assert numbers == list(range(1, len(numbers) + 1))
        assert plain("".join(each.text for each in entered.output)) == plain(row[8])
        assert plain("".join(each.text for each in entered.outcome)) == plain(row[9])
    amounts = [[sum(d.party == party for d in row.duties) for party in (1, 2)] for row in plan]
    assert amounts == [[6, 6], [4, 6], [5, 6], [2, 2], [2, 2]]


def test_each_number_of_a_rule_stands_in_the_sentence_it_names() -> None:
    for name in NAMES:
        paper = read(name)
        assert paper.term
        for notice in paper.notices:
            unit = {"calendar": "hari", "month": "bulan"}[notice.unit]
            assert re.search(rf"{notice.number} \([a-z ]+\) {unit}\b", paper.text_of(notice.at))
            assert ("alasan-alasan" in paper.text_of(notice.at)) is notice.with_reasons
        if paper.term.years:
            assert f"{paper.term.years} (" in paper.text_of(paper.term.at)
        else:
            assert "selesainya seluruh tahapan" in paper.text_of(paper.term.at)
        rules = (paper.evaluation, paper.survival, paper.addendum, paper.disputes)
        for rule in (*rules, paper.succession, paper.suspension, paper.correspondence):
            assert rule is None or paper.text_of(rule.at)


def test_only_banjarnegara_says_how_often_and_when_a_letter_counts_as_received() -> None:
    papers = {name: read(name) for name in NAMES}
    often = {name: paper.evaluation and paper.evaluation.months for name, paper in papers.items()}
    assert often == {"belitung_timur": None, "kudus": None, "banjarnegara": 12}
    rule = papers["banjarnegara"].correspondence
    assert rule is not None
    assert "5 (lima) hari kerja" in papers["banjarnegara"].text_of(rule.change_at)
    assert rule.change_workdays == 5
    assert all(papers["banjarnegara"].text_of(at) for at in rule.received)
    assert papers["belitung_timur"].correspondence is papers["kudus"].correspondence is None
