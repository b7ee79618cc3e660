"""What came of an activity: duties with what shows them, words and cost, the report as a paper."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.prevention import policy
from netralitas.prevention.acts import ACHIEVE, Act, proof
from netralitas.prevention.commands import prove_duty, record_achieved
from netralitas.prevention.domain import Proof
from netralitas.prevention.forms import AchievedForm, ProofForm
from netralitas.prevention.queries import Opened
from netralitas.prevention.queries.choices import proof_choices, type_pairs
from netralitas.prevention.queries.proofs import proofs_of
from netralitas.prevention.queries.report import report_paper
from netralitas.prevention.queries.results import result_tab
from netralitas.prevention.routes.acting import ENTRY, Entry, type_answer
from netralitas.refusals import NotVisible


class ResultController(Controller):
    """`/pencegahan/kegiatan/{id}/hasil`: what came of an activity."""

    path = "/pencegahan/kegiatan/{number:int}/hasil"
    dependencies = ENTRY
    include_in_schema = False

    @get()
    async def show(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show it."""
        done = entry.asked.get("tercatat")
        return await entry.show(
            Permission.SEE_PREVENTION,
            "prevention/results.html",
            lambda c: result_tab(c, entry.actor, entry.number, done),
        )

    @get("/laporan.pdf")
    async def report(self, entry: NamedDependency[Entry]) -> Response[bytes]:
        """Send the report as PDF; RuleBroken before the activity was held."""
        from netralitas.documents.rendering import render  # noqa: PLC0415 - large, seldom needed

        may(entry.actor, Permission.SEE_PREVENTION)
        async with reading(entry.actor) as c:
            paper, at = await report_paper(c, entry.actor, entry.number)
        named = f'attachment; filename="laporan-kegiatan-{entry.number}.pdf"'
        return Response(
            content=await render("activity_report", paper, at),
            media_type="application/pdf",
            headers={"Content-Disposition": named},
        )

    @get("/capaian")
    async def show_achieved(self, entry: NamedDependency[Entry]) -> Response[str]:
        """Show the form filled with what is known."""
        opened = await entry.opened(ACHIEVE)
        policy.hold_held(opened.activity)
        values = {name: opened.facts[name] for name in ("outcome", "fund", "cost")}
        return await entry.ask(ACHIEVE, AchievedForm.blank(values=values), opened)

    @post("/capaian")
    async def achieve(self, entry: NamedDependency[Entry]) -> type_answer:
        """Keep what came of it, or say what is wrong."""
        await entry.opened(ACHIEVE)
        form = AchievedForm.parse(await entry.typed())
        return await entry.answer(
            ACHIEVE,
            form,
            lambda: record_achieved(entry.actor, entry.target(form.version), form.achieved()),
        )

    @get("/tugas/{duty:int}")
    async def show_proof(self, entry: NamedDependency[Entry], duty: FromPath[int]) -> Response[str]:
        """Show the form of what shows a duty, filled with what is known."""
        act, opened, known, choices = await _proving(entry, duty)
        values = {"note": known.note, "file": known.file, "post": known.post}
        form = ProofForm.blank(values=values, choices=choices)
        return await entry.ask(act, form, opened)

    @post("/tugas/{duty:int}")
    async def prove(self, entry: NamedDependency[Entry], duty: FromPath[int]) -> type_answer:
        """Keep what shows that a duty was done, or say what is wrong."""
        act, _, _, choices = await _proving(entry, duty)
        form = ProofForm.parse(await entry.typed(), choices=choices)
        return await entry.answer(
            act, form, lambda: prove_duty(entry.actor, entry.number, duty, form.proof())
        )


async def _proving(entry: Entry, duty: int) -> tuple[Act, Opened, Proof, dict[str, type_pairs]]:
    """Return the act on a duty that was done, with what shows it and what can.

    Raises NotVisible for a duty that is not marked as done.
    """
    opened = await entry.opened(ACHIEVE)
    policy.hold_held(opened.activity)
    async with reading(entry.actor) as c:
        proofs = await proofs_of(c, entry.number)
        choices = await proof_choices(c, entry.number)
    text = next((one.text for one in opened.duties if one.id == duty), None)
    if duty not in proofs or text is None:
        raise NotVisible
    return proof(duty, text), opened, proofs[duty], choices
