"""Moves of `discipline` by which a decree is contested, and by which that is decided."""

from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.workflow.domain import Ask, Basis, Move
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, INVESTIGATOR

_BY: Final = (FOLLOW_UP, APPOINTING, INVESTIGATOR)
_NEW_DECREE: Final = "decree_fixed"


def _decision(code: str, label: str, done: str, target: str) -> Move:
    """Return a decision on the remedy that the code names: "decide_objection_upheld".

    Confirmed, the first decree runs on; what changes the punishment fixes a decree anew.
    """
    remedy = code.split("_")[1]
    changes = target == _NEW_DECREE
    further = {_NEW_DECREE: (_NEW_DECREE,), "annulled": ("annulled",)}.get(target, ())
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset({remedy}),
        target=target,
        by=_BY,
        basis=_BASIS[remedy],
        asks=(Ask.IMPOSED,) if changes else (),
        may_ask=(Ask.DECREE_NUMBER,),
        on_behalf=(Ask.LETTER_IN,),
        facts=(f"{remedy}_decided", *further),
        not_before=frozenset({f"{remedy}_filed"}),
    )


_BASIS: Final[dict[str, tuple[Basis, ...]]] = {
    "objection": bases.REMEDY,
    "appeal": bases.APPEAL_DECIDED,
}

MOVES: Final = (
    Move(
        code="file_objection",
        label="Catat pengajuan keberatan",
        done="Terlapor mengajukan keberatan.",
        sources=frozenset({"delivered"}),
        target="objection",
        by=_BY,
        basis=bases.REMEDY,
        on_behalf=(Ask.LETTER_IN,),
        facts=("objection_filed",),
        not_before=frozenset({"sk_received"}),
    ),
    Move(
        code="file_appeal",
        label="Catat pengajuan banding administratif",
        done="Terlapor mengajukan banding administratif kepada BPASN.",
        sources=frozenset({"delivered"}),
        target="appeal",
        by=_BY,
        basis=bases.APPEAL_FILED,
        on_behalf=(Ask.LETTER_IN,),
        facts=("appeal_filed",),
        not_before=frozenset({"sk_received"}),
    ),
    _decision(
        "decide_objection_upheld",
        "Perkuat keputusan atas keberatan",
        "Keputusan atas keberatan memperkuat hukuman.",
        "delivered",
    ),
    _decision(
        "decide_objection_lightened",
        "Peringan hukuman atas keberatan",
        "Keputusan atas keberatan memperingan hukuman.",
        _NEW_DECREE,
    ),
    _decision(
        "decide_objection_aggravated",
        "Perberat hukuman atas keberatan",
        "Keputusan atas keberatan memperberat hukuman.",
        _NEW_DECREE,
    ),
    _decision(
        "decide_objection_changed",
        "Ubah hukuman atas keberatan",
        "Keputusan atas keberatan mengubah hukuman.",
        _NEW_DECREE,
    ),
    _decision(
        "decide_objection_withdrawn",
        "Cabut keputusan atas keberatan",
        "Keputusan atas keberatan mencabut hukuman.",
        "annulled",
    ),
    _decision(
        "decide_objection_annulled",
        "Batalkan keputusan atas keberatan",
        "Keputusan atas keberatan membatalkan hukuman.",
        "annulled",
    ),
    _decision(
        "decide_appeal_upheld",
        "Catat BPASN memperkuat keputusan",
        "BPASN memperkuat hukuman.",
        "delivered",
    ),
    _decision(
        "decide_appeal_lightened",
        "Catat BPASN memperingan hukuman",
        "BPASN memperingan hukuman.",
        _NEW_DECREE,
    ),
    _decision(
        "decide_appeal_aggravated",
        "Catat BPASN memperberat hukuman",
        "BPASN memperberat hukuman.",
        _NEW_DECREE,
    ),
    _decision(
        "decide_appeal_changed",
        "Catat BPASN mengubah hukuman",
        "BPASN mengubah hukuman.",
        _NEW_DECREE,
    ),
    _decision(
        "decide_appeal_annulled",
        "Catat BPASN membatalkan keputusan",
        "BPASN membatalkan hukuman.",
        "annulled",
    ),
)
