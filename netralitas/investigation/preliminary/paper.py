"""What the papers of the preliminary study say; of the reporter nothing but the receipt."""

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import NumberKind
from netralitas.cases.queries import CaseView, title
from netralitas.cases.words import REGIMES, received_in_words, when
from netralitas.documents.letters import BLANK
from netralitas.documents.official.content import Article, Block, Content, Signature
from netralitas.investigation.preliminary import words
from netralitas.investigation.preliminary.domain import Group, Handled, Study
from netralitas.investigation.preliminary.policy import Requirement, requirements, unmet
from netralitas.investigation.workflow import bases
from netralitas.law.deadline import due
from netralitas.law.domain import Regime, Zone
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.law.words import basis as rule_basis
from netralitas.law.words import moment
from netralitas.web.templates import source_kind
from netralitas.workflow.domain import Basis
from netralitas.workflow.engine import basis_in


def study_content(view: CaseView, study: Study) -> Content:
    """Return a finished study as it is printed."""
    regime = Regime(view.dossier.regime)
    asked = requirements(regime)
    return Content(
        subject=f"Kajian awal laporan {title(view)}",
        facts=(*_case(view), ("Disusun oleh", view.actor.name)),
        body=(
            *(_group(study, asked, group) for group in Group),
            Block(heading="Hasil", pairs=_result(study)),
            Block(heading="Kesimpulan", text=tuple(study.conclusion.splitlines())),
        ),
        signatures=(Signature(label="Penyusun kajian awal", name=view.actor.name),),
        basis=_articles(view, bases.PRELIMINARY_STUDY, *(each.basis for each in asked)),
    )


def notice_content(view: CaseView, study: Study) -> Content:
    """Return the letter to the reporter about what their report lacks, without their name."""
    regime = Regime(view.dossier.regime)
    missing = [
        f"{words.ITEMS[item]}: {words.reason(item, study.answer(item))}"
        for item in unmet(study, regime)
    ]
    return Content(
        subject="Pemberitahuan kelengkapan laporan",
        facts=_case(view),
        to=(
            f"Pelapor: {BLANK}",
            f"pemegang tanda terima nomor {_receipt(view)}",
        ),
        body=(
            Block(
                text=(words.LETTER_BEGINS,),
                items=tuple(missing),
            ),
            Block(text=(_until(view), words.LETTER_ENDS)),
        ),
        basis=_articles(view, bases.NOTIFICATION, bases.COMPLETION),
    )


def _case(view: CaseView) -> tuple[tuple[str, str], ...]:
    file = view.file
    acted = Moment(precision=file.act_precision, on=file.act_on, zone=file.zone)
    precision = file.received_precision or Precision.DAY
    return (
        ("Nomor tanda terima", _receipt(view)),
        ("Perkara", file.subject),
        ("Rezim", str(REGIMES[Regime(file.regime)])),
        ("Kejadian", when(acted)),
        ("Laporan diterima", received_in_words(file.received_at, precision, Zone(file.zone))),
    )


def _receipt(view: CaseView) -> str:
    printed = {number.kind: number.printed for number in view.file.numbers}
    return printed.get(NumberKind.RECEIPT, title(view))


def _group(study: Study, asked: tuple[Requirement, ...], group: Group) -> Block:
    return Block(
        heading=words.GROUPS[group],
        items=tuple(_judged(study, each) for each in asked if each.group is group),
    )


def _judged(study: Study, each: Requirement) -> str:
    answer = study.answer(each.item)
    said = words.JUDGEMENTS[answer.judgement] if answer.judgement else words.NOT_JUDGED
    articles = "; ".join(article.code for article in each.basis)
    return f"{words.ITEMS[each.item]} ({articles}): {said}. {words.reason(each.item, answer)}"


def _result(study: Study) -> tuple[tuple[str, str], ...]:
    handled = words.HANDLED[study.handled] if study.handled else words.NOT_SAID
    if study.handled is Handled.YES:
        handled = f"{handled}: {study.handled_where}"
    return (
        ("Hasil", words.RESULTS[study.result] if study.result else words.NOT_SAID),
        (
            "Jenis dugaan pelanggaran",
            words.SUSPICIONS[study.suspicion] if study.suspicion else words.NOT_SAID,
        ),
        ("Yang menangani", words.HANDLERS[study.handler] if study.handler else words.NOT_SAID),
        ("Penanganan sebelumnya", handled),
    )


def _until(view: CaseView) -> str:
    """Return until when the report can be completed if the reporter is told now."""
    zone = Zone(view.dossier.zone)
    try:
        rule = view.book.rule(f"{view.dossier.regime}.complete", view.today)
        last = due(rule, view.now, view.book.calendar(), zone)
    except (UnknownRule, NotInForce, CannotCompute):
        return "Batas waktu melengkapi laporan diberitahukan oleh petugas."
    return f"Lengkapi paling lambat {moment(last.at, zone)} ({rule_basis(rule)})."


def _articles(view: CaseView, *groups: tuple[Basis, ...]) -> tuple[Article, ...]:
    found = {each.code: each for group in groups for each in basis_in(group, view.dossier.regime)}
    return tuple(
        Article(
            code=each.code,
            doubt=None if each.certainty == "T" else source_kind(each.certainty),
        )
        for each in found.values()
    )
