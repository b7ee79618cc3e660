"""The pages of what people ask about their own data, in words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.law.domain import Zone
from netralitas.law.words import day, moment
from netralitas.privacy.requests import words
from netralitas.privacy.requests.queries import Request
from netralitas.web.formats import number
from netralitas.web.parts import Crumb, Link, Pages, type_tone
from netralitas.web.register import Cell, EntryPage, RegisterPage, Rows
from netralitas.web.secret_page import SecretPage

HOME: Final = "/hak-subjek-data"
OWN: Final = "/akun/data-saya"


def list_page(found: Sequence[Request], more: int | None, today: date) -> RegisterPage:
    """Return the register, the newest first."""
    return RegisterPage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=(Crumb(words.TITLE),),
        acts=(Link(label=words.NEW, href=f"{HOME}/baru"),),
        rows=Rows(
            caption=words.TITLE,
            heads=("Surat", "Yang diminta", "Pemohon", "Diterima", "Batas jawaban", "Keadaan"),
            rows=tuple(
                (
                    Cell(text=each.letter, href=f"{HOME}/{each.id}"),
                    Cell(text=words.RIGHTS[each.asked_for]),
                    Cell(text=words.ROLES[each.role]),
                    Cell(text=day(each.received_on)),
                    Cell(text=day(each.answer_by) if each.answer_by else words.UNSET),
                    Cell(text=_standing(each, today)[0], tone=_standing(each, today)[1]),
                )
                for each in found
            ),
            pages=Pages(later=f"{HOME}?sebelum={more}" if more else None),
            empty_title=words.NONE_YET,
            empty=words.NONE_SAID,
        ),
    )


def request_page(actor: Actor, one: Request, today: date) -> EntryPage:
    """Return one request: what is asked, how it stands, what may be done."""
    said, tone = _standing(one, today)
    return EntryPage(
        title=f"Permintaan {one.letter}",
        crumbs=(Crumb(words.TITLE, HOME), Crumb(f"Permintaan {one.id}")),
        standing=said,
        tone=tone,
        acts=tuple(_acts(actor, one)),
        facts=tuple(_facts(one, Zone(actor.zone))),
    )


def own_page(data: dict[str, Any]) -> EntryPage:
    """Return what is held of the officer who asks."""
    facts = (
        ("Nama akun", data["login"]),
        ("Nama", data["name"]),
        ("Surel", data["email"] or "belum diisi"),
        ("Faktor kedua", "terdaftar" if data["second_factor"] else "belum terdaftar"),
        ("Penugasan", number(len(data["desks"]))),
        ("Sesi", number(len(data["sessions"]))),
        ("Kepentingan yang dinyatakan", number(len(data["interests"]))),
        ("Tindakan dalam catatan peristiwa", number(data["acts"])),
        ("Pemberitahuan", number(data["notices"])),
    )
    return EntryPage(
        title=words.OWN,
        crumbs=(Crumb(words.OWN),),
        standing=words.OWN_LEAD,
        acts=(Link(label=words.OWN_GET, href=f"{OWN}/data.json"),),
        facts=facts,
    )


def _standing(one: Request, today: date) -> tuple[str, type_tone]:
    if one.decided is not None:
        return words.DECISIONS[one.decided], "done"
    if one.answer_by is not None and one.answer_by < today:
        return words.LATE, "late"
    return words.WAITING, "waiting"


def _acts(actor: Actor, one: Request) -> Iterator[Link]:
    if one.organisation != actor.organisation:
        return
    if one.decided is None and one.recorded_by != actor.officer:
        yield Link(label=words.DECIDE, href=f"{HOME}/{one.id}/keputusan")
    if one.can_be_handed:
        yield Link(label=words.HAND, href=f"{HOME}/{one.id}/penyerahan")


def _facts(one: Request, zone: Zone) -> Iterator[tuple[str, str]]:
    yield "Yang diminta", words.RIGHTS[one.asked_for]
    yield "Pemohon sebagai", words.ROLES[one.role]
    if one.case_file is not None:
        about = f", terlapor {one.ordinal}" if one.ordinal else ""
        identity = f", identitas {one.entry}" if one.entry else ""
        yield "Perkara", f"{one.case_file}{about}{identity}"
    if one.account is not None:
        yield "Nama akun", one.account
    yield "Diterima", day(one.received_on)
    yield "Batas jawaban", day(one.answer_by) if one.answer_by else words.UNSET
    yield "Identitas dipastikan", one.established
    yield "Isi", one.asked
    yield "Dicatat", f"{one.recorder}, {moment(one.recorded_at, zone)}"
    if one.decided is not None and one.decided_at is not None:
        decider = f"{one.decider}, {moment(one.decided_at, zone)}"
        yield "Keputusan", f"{words.DECISIONS[one.decided]} ({decider})"
        yield "Alasan", one.reason or ""
        yield "Tidak diberikan", one.held_back or words.HELD[one.role]
    if one.handed_at is not None:
        yield "Paket diunduh", moment(one.handed_at, zone)
        yield words.SEALED, one.sealed_digest or words.UNSEALED


def password_page(one: Request, password: str) -> SecretPage:
    """Return the page that shows the password of the data that are handed over, once."""
    here = f"{HOME}/{one.id}"
    return SecretPage(
        crumbs=(
            Crumb(words.TITLE, HOME),
            Crumb(f"Permintaan {one.id}", here),
            Crumb(words.HAND),
        ),
        title=words.HAND,
        lead=words.SHOWN_LEAD,
        label=words.KEY,
        secret=password,
        action=f"{here}/penyerahan.zip",
        button=words.GET,
        back=here,
        back_label=words.BACK,
    )
