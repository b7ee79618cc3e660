"""Pages of the internet that the parties oversee together: which steps, in which order. Pure."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from netralitas.agreements.records.values import PageStep, Record, WebPage, type_step
from netralitas.refusals import Invalid, RuleBroken

STEPS: Final[dict[type_step, str]] = {
    "captured": "Penangkapan halaman",
    "asked": "Permintaan penurunan",
    "answered": "Jawaban atas permintaan",
    "done": "Halaman turun",
}


def steps_of(page: int, kept: Sequence[Record]) -> tuple[tuple[Record, PageStep], ...]:
    """Return the steps about a page, by their days."""
    return tuple(
        (each, each.entry)
        for each in kept
        if each.about == page and isinstance(each.entry, PageStep)
    )


def done_on(page: int, kept: Sequence[Record]) -> dict[type_step, date]:
    """Return what was done about a page, with its day."""
    return {step.step: each.on for each, step in steps_of(page, kept) if step.due_on is None}


def hold_page(entry: WebPage, kept: Sequence[Record]) -> None:
    """Hold that a page is not shared yet; RuleBroken else."""
    if any(isinstance(each.entry, WebPage) and each.entry.url == entry.url for each in kept):
        raise RuleBroken("Halaman ini sudah dibagikan dalam kerja sama ini.")


def hold_step(entry: PageStep, on: date, page: int, kept: Sequence[Record]) -> None:
    """Hold that a step follows those before it; RuleBroken or Invalid by field else."""
    done = done_on(page, kept)
    if "done" in done:
        raise RuleBroken("Halaman ini sudah turun; tidak ada langkah lagi.")
    if entry.step in done:
        raise RuleBroken(f"{STEPS[entry.step]} sudah dicatat.")
    if entry.due_on is not None:
        if entry.due_on < on:
            raise Invalid({"due_on": ["Batas waktu tidak boleh sebelum tanggal di atas."]})
        return
    if entry.step == "answered" and "asked" not in done:
        raise RuleBroken("Belum ada permintaan yang dijawab.", remedy="Catat permintaannya dahulu.")
    if entry.step == "answered" and on < done["asked"]:
        raise Invalid({"on": ["Jawaban tidak mendahului permintaannya."]})
