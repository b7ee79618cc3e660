"""An agreement in force with what is kept under it."""

from functools import partial

from netralitas.agreements.commands import Keeping, keep_record, share_page
from netralitas.agreements.records.values import (
    Addendum,
    Change,
    Initials,
    Letter,
    Official,
    PageStep,
    Question,
    Receipt,
    Talk,
    WebPage,
)
from netralitas.law.book import load
from tests.agreements.signed import signed
from tests.make import days_ago
from tests.prevention.world import Partners


async def in_force(partners: Partners) -> dict[str, int]:
    """Its id: with an addendum, another official, a question and a letter that arrived."""
    number = await signed(partners)
    keep = partial(keep_record, partners.sari, number, book=load())
    change = Change(at="Pasal 14", how="replace", text="Evaluasi dilakukan dua kali setahun.")
    addendum = Addendum(numbers=("1/AD/2025", "2/AD/2025"), signed=(1, 2), changes=(change,))
    await keep(Keeping(entry=addendum, on=days_ago(100)))
    official = Official(party=1, name="Wiryawan Contoh", capacity="Bupati")
    await keep(Keeping(entry=official, on=days_ago(90)))
    initials = Initials(party=2, name="Endah Contoh", capacity="Sekretaris", pages="1 sampai 6")
    await keep(Keeping(entry=initials, on=days_ago(810)))
    question = Question(at="Pasal 5", text="Siapa yang menyiapkan gudang?")
    asked = await keep(Keeping(entry=question, on=days_ago(80)))
    await keep(Keeping(entry=Talk(text="Dibahas di Aula."), on=days_ago(70), about=asked))
    letter = Letter(sender=1, receiver=2, number="100/2026", subject="Data", way="direct")
    sent = await keep(Keeping(entry=letter, on=days_ago(30)))
    await keep(Keeping(entry=Receipt(proof="signature"), on=days_ago(30), about=sent))
    page = WebPage(
        party=1, url="https://contoh.example/kampanye/1", platform="website", category="other"
    )
    shared = await share_page(partners.sari, number, page, days_ago(9), book=load())
    captured = PageStep(step="captured", party=1)
    await keep(Keeping(entry=captured, on=days_ago(8), about=shared))
    takedown = PageStep(step="asked", party=2, due_on=days_ago(-4))
    await keep(Keeping(entry=takedown, on=days_ago(7), about=shared))
    return {"in_force": number}
