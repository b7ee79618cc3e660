"""The manifest and the sealed file, without a database: the same bytes, opened by the password."""

import json
import tracemalloc
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.documents.domain import DocumentKind
from netralitas.documents.queries import Document
from netralitas.documents.rendering import render
from netralitas.documents.sealing import digest_of_sealed
from netralitas.evidence.domain import FileLost
from netralitas.evidence.storage import Storage
from netralitas.intake import codes
from netralitas.referral.packages.domain import (
    LetterSaid,
    Manifest,
    NumberSaid,
    Package,
    PaperSaid,
    PersonSaid,
)
from netralitas.referral.packages.manifests import (
    canonical,
    digest_of,
    held_back,
    in_words,
    read_manifest,
    travelling,
)
from netralitas.referral.packages.sealing import member_names, sealed
from netralitas.referral.packages.sheet import TEMPLATE, sheet
from tests.documents.papers import together
from tests.pages import PDF
from tests.referral.opened_zip import WrongPasswordError, opened

AT = datetime(2026, 11, 20, 3, 20, 5, 1234, tzinfo=UTC)
PASSWORD = codes.make(b"p" * 12)
CODE = codes.make(b"c" * 12)
words = st.text(max_size=40)


def manifest(*papers: PaperSaid) -> Manifest:
    return Manifest(
        form=1,
        sender="Bawaslu Kabupaten Contoh",
        receiver="Inspektorat Provinsi Contoh",
        letter=LetterSaid(printed="012/PM.00.02/K/2026", dated_on=date(2026, 11, 19), subject="P"),
        numbers=(NumberSaid(kind="register", printed="001/Reg/LP/PB/Kab/99.01/XI/2026"),),
        respondents=(
            PersonSaid(
                ordinal=1,
                name="Terlapor Contoh",
                nip="••••••••••••••1713",
                employment="pns",
                position="Camat",
                unit=None,
                employer=None,
            ),
        ),
        papers=papers,
        held_back=held_back({"reporter": 1, "witness": 2}, (), 1),
    )


def said(content: bytes, kind: str = "study") -> PaperSaid:
    digest = sha256(content).hexdigest()
    return PaperSaid(
        kind=kind, title="Kajian", size=len(content), sha256=digest, media_type="application/pdf"
    )


def packed(content: Manifest, storage: Storage, password: str = PASSWORD) -> bytes:
    raw = canonical(content)
    return b"".join(sealed(raw, digest_of(raw), AT, storage, password))


@given(words, st.none() | words, st.none() | st.dates(), st.integers(0, 2**40))
def test_a_manifest_is_always_the_same_bytes_and_comes_back_whole(
    sender: str, name: str | None, dated: date | None, size: int
) -> None:
    plain = manifest(replace(said(b"x"), size=size, title=sender))
    changed = replace(
        plain,
        sender=sender,
        letter=LetterSaid(printed=sender, dated_on=dated, subject=sender),
        respondents=(replace(plain.respondents[0], name=name),),
    )
    written = canonical(changed)
    assert read_manifest(written) == changed
    assert canonical(read_manifest(written)) == written
    assert json.loads(written) == json.loads(json.dumps(json.loads(written), sort_keys=True))
    assert (digest_of(written) == digest_of(canonical(plain))) == (changed == plain)


@given(st.lists(st.sampled_from(list(DocumentKind)), max_size=12), st.sets(st.integers(0, 11)))
def test_only_studies_lists_and_chosen_evidence_travel_and_everything_else_is_counted(
    kinds: list[DocumentKind], chosen: set[int]
) -> None:
    papers = [
        Document(
            id=place,
            case_file=1,
            proceeding=None,
            event=1,
            kind=kind.value,
            title="Judul",
            letter=None,
            digest="0" * 64,
            size=1,
            media_type="application/pdf",
        )
        for place, kind in enumerate(kinds)
    ]
    going, staying = travelling(papers, chosen)
    assert sorted([*going, *staying], key=lambda paper: paper.id) == papers
    always = {DocumentKind.STUDY, DocumentKind.PRELIMINARY_STUDY, DocumentKind.EVIDENCE_LIST}
    assert all(
        paper.kind in always or (paper.kind == DocumentKind.EVIDENCE and paper.id in chosen)
        for paper in going
    )
    told = held_back({}, staying, 0)
    assert sum(held.amount for held in told) == len(staying)
    assert {"reporter", "informant", "witness"} <= {held.what for held in told}
    assert all(held.reason.endswith(".") for held in told)


async def test_the_sealed_file_opens_with_its_password_alone_and_holds_what_the_manifest_says(
    tmp_path: Path,
) -> None:
    storage = Storage(tmp_path / "files")
    await storage.keep(PDF, 1_000)
    whole = manifest(said(PDF), replace(said(PDF), kind="evidence", media_type="image/jpeg"))
    content = packed(whole, storage)
    members = opened(content, PASSWORD)
    assert list(members) == [
        *("manifest.json", "manifest.txt"),
        *("berkas/01-study.pdf", "berkas/02-evidence.jpg"),
    ]
    assert members["manifest.json"] == canonical(whole)
    assert members["berkas/01-study.pdf"] == members["berkas/02-evidence.jpg"] == PDF
    text = members["manifest.txt"].decode()
    assert "Identitas pelapor: 1. Dirahasiakan menurut Perbawaslu 1/2022" in text
    assert "Identitas saksi: 2." in text
    assert "Terlapor lain: 1." in text
    assert digest_of(canonical(whole)) in text
    with pytest.raises(WrongPasswordError):
        opened(content, CODE)
    assert b"Terlapor Contoh" not in content
    assert digest_of_sealed([content]) == sha256(content).hexdigest()
    assert packed(whole, storage) == content
    assert packed(whole, storage, CODE) != content
    salts = {content[at : at + 16] for at in _salts(content, members)}
    assert len(salts) == len(members)


def _salts(content: bytes, members: dict[str, bytes]) -> list[int]:
    """Where the salt of each member begins: behind its name and its extra fields."""
    found = []
    for name in members:
        at = content.index(name.encode()) - 30
        lengths = (content[at + 26 + part] + 256 * content[at + 27 + part] for part in (0, 2))
        found.append(at + 30 + sum(lengths))
    return found


async def test_a_large_package_takes_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    storage = Storage(tmp_path / "files")
    large = b"%PDF-1.7\n" + bytes(range(256)) * 48_000
    await storage.keep(large, 20_000_000)
    raw = canonical(manifest(said(large)))
    digest_of_sealed(sealed(raw, digest_of(raw), AT, storage, PASSWORD))  # what is loaded once
    tracemalloc.start()
    try:
        digest_of_sealed(sealed(raw, digest_of(raw), AT, storage, PASSWORD))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4_000_000 < len(large)


def test_a_paper_that_the_disk_lacks_makes_no_sealed_file(tmp_path: Path) -> None:
    with pytest.raises(FileLost):
        packed(manifest(said(b"gone")), Storage(tmp_path / "files"))


def test_names_in_the_file_say_no_more_than_kind_and_place() -> None:
    told = replace(said(b"x"), title="Camat Contoh hadir", media_type="application/unknown")
    assert member_names(manifest(told)) == ("berkas/01-study.bin",)


def test_the_manifest_in_words_names_each_paper_with_its_digest() -> None:
    whole = manifest(said(PDF))
    text = in_words(whole, "f" * 64)
    assert "1. Terlapor Contoh, NIP ••••••••••••••1713, PNS, Camat" in text
    assert f"SHA-256 {said(PDF).sha256}" in text
    assert "Surat: 012/PM.00.02/K/2026, 19 November 2026" in text


async def test_the_sheet_prints_the_code_and_no_personal_data() -> None:
    raw = canonical(manifest(said(PDF)))
    package = Package(
        id=7,
        case_file=1,
        event=1,
        sender=1,
        receiver=2,
        receiver_name="Inspektorat Provinsi Contoh",
        letter=1,
        manifest=raw,
        digest=digest_of(raw),
        frozen_at=AT,
        answer_by=None,
        sealed_digest=None,
        sealed_at=None,
        has_code=True,
        confirmed_at=None,
        outside=True,
        readers=(1,),
        proceedings=(1,),
    )
    body = await render(TEMPLATE, sheet(package, CODE, "https://netralitas.example"), AT)
    text = together(body)
    for part in (CODE, "012/PM.00.02/K/2026", "https://netralitas.example/terima-berkas"):
        assert part.replace(" ", "") in text.replace(" ", "")
    assert digest_of(raw) in text.replace(" ", "")
    for person in ("Terlapor Contoh", "Camat", "1713"):
        assert person not in text
    assert body == await render(TEMPLATE, sheet(package, CODE, "https://netralitas.example"), AT)


def test_the_code_of_a_package_is_never_found_as_that_of_a_receipt() -> None:
    secret = b"s" * 32
    assert codes.package_digest(CODE, secret) == codes.package_digest(CODE.lower(), secret)
    assert codes.package_digest(CODE, secret) != codes.digest(CODE, secret)
    assert codes.package_digest(CODE, secret) != codes.package_digest(CODE, b"t" * 32)
