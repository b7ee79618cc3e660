"""Writing an agreement: entering it, and each version of its text until it is approved."""

from collections.abc import Callable

from msgspec.structs import replace

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import readers_for
from netralitas.agreements import store
from netralitas.agreements.commands.opening import Told, note, opened
from netralitas.agreements.domain import Origin
from netralitas.agreements.paper import Paper
from netralitas.agreements.queries import offices_of, visible_agreements
from netralitas.agreements.stages import WRITABLE, Stage
from netralitas.audit.record import open_stream
from netralitas.database.transactions import writing
from netralitas.refusals import Invalid, RuleBroken


async def enter_agreement(actor: Actor, paper: Paper, parent: int | None = None) -> int:
    """Return the id of an agreement at its first stage; the offices of its parties read it.

    Nobody has signed it yet, whatever its paper says.

    Raises NotAllowed; Invalid where the actor's office is no party, or the parent is of others.
    """
    may(actor, Permission.KEEP_AGREEMENTS)
    paper = replace(paper, signed_on=None, source="")
    async with writing(actor) as c:
        offices = [each.organisation for each in paper.parties if each.organisation is not None]
        chain = await readers_for(c, actor.organisation)
        if not set(offices) & set(chain):
            raise Invalid({"own": ["Kantor Anda, atau kantor di atasnya, harus menjadi pihak."]})
        if len(set(offices)) < len(offices):
            raise Invalid({"other": ["Setiap pihak harus instansi yang berbeda."]})
        if parent is not None and parent not in await visible_agreements(c):
            raise Invalid({"parent": ["Pilih lagi kerja sama induknya dari daftar."]})
        readers = tuple(sorted({*chain, *await offices_of(c, offices)}))
        head = await open_stream(c, "agreement")
        entry = store.Entry(
            readers=readers,
            stage=Stage.EXPLORATION,
            origin=Origin.OWN,
            ends_on=paper.term.ends_on if paper.term else None,
            stream=head.stream,
            parent=parent,
        )
        added = await store.enter(c, paper, entry)
        text = store.NewText(
            agreement=added, version=1, paper=paper, officer=actor.officer, readers=readers
        )
        await store.add_text(c, text, clock.now())
        details: dict[str, object] = {
            "agreement": added,
            "kind": paper.kind.value,
            "offices": offices,
        }
        told = Told(name="agreement.entered", readers=readers, details=details)
        await note(c, actor, head, told)
    return added


async def rewrite_text(
    actor: Actor, agreement: int, seen: int, change: Callable[[Paper], Paper]
) -> None:
    """Put another version of the text after the one that was seen.

    The parties stay who they are. Raises Stale when somebody wrote meanwhile, RuleBroken once the
    text is with those who approve it.
    """
    async with opened(actor, agreement) as now:
        now.hold_fresh(seen)
        if now.now.stage not in WRITABLE:
            raise RuleBroken(
                "Naskah ditulis sampai legal drafting selesai.",
                remedy="Kembalikan naskah ke legal drafting lebih dahulu.",
            )
        paper = change(now.paper)
        ends_on = paper.term.ends_on if paper.term else None
        await store.restate(now.connection, agreement, paper, ends_on)
        await now.write(paper)
        await now.happened("agreement.written", version=seen + 1)
