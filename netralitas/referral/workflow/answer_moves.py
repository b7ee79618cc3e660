"""Moves of `referral` that the authority makes, or Bawaslu on its behalf with the letter."""

from collections.abc import Iterable
from typing import Final

from netralitas.access.domain import Post
from netralitas.referral.workflow import bases
from netralitas.referral.workflow.states import WITH_AUTHORITY
from netralitas.workflow.domain import Ask, Basis, Move
from netralitas.workflow.posts import FOLLOW_UP, INVESTIGATOR, LIAISON

# The office that follows up is the receiver itself where contract staff are handed straight to it.
_ANY_RECEIVER: Final = (LIAISON, FOLLOW_UP, INVESTIGATOR)


def _answer(  # noqa: PLR0913 - the fields of a declaration, all of them named
    *,
    code: str,
    label: str,
    done: str,
    target: str,
    fact: str,
    sources: Iterable[str] = WITH_AUTHORITY,
    basis: tuple[Basis, ...] = bases.AUTHORITY,
    asks: tuple[Ask, ...] = (),
    may_ask: tuple[Ask, ...] = (Ask.FOREIGN_NUMBER,),
    by: tuple[Post, ...] = (LIAISON, INVESTIGATOR),
    exceptional: bool = False,
) -> Move:
    """Return a move of the receiver, on as many respondents as one letter names."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset(sources),
        target=target,
        by=by,
        basis=basis,
        asks=asks,
        may_ask=may_ask,
        on_behalf=(Ask.LETTER_IN,),
        facts=(fact,),
        exceptional=exceptional,
        batch=True,
    )


MOVES: Final = (
    _answer(
        code="receive",
        label="Catat penerimaan penerusan",
        done="Penerusan diterima instansi berwenang.",
        sources={"forwarded"},
        target="received",
        fact="referral_received",
        by=_ANY_RECEIVER,
    ),
    _answer(
        code="start_verification",
        label="Mulai verifikasi",
        done="Verifikasi dimulai.",
        sources={"forwarded", "received"},
        target="verification",
        fact="verification_started",
        basis=bases.SBT,
    ),
    _answer(
        code="request_validation",
        label="Minta validasi Bawaslu",
        done="Instansi berwenang meminta validasi Bawaslu.",
        sources={"received", "verification"},
        target="validation",
        fact="validation_requested",
        basis=bases.SBT,
    ),
    _answer(
        code="recommend",
        label="Catat rekomendasi instansi berwenang",
        done="Instansi berwenang memberi rekomendasi kepada Pejabat Pembina Kepegawaian.",
        target="recommended",
        fact="recommended",
        asks=(Ask.RECOMMENDED, Ask.LETTER_IN),
    ),
    _answer(
        code="find_not_proven",
        label="Catat hasil tidak terbukti",
        done="Instansi berwenang menyatakan tidak terbukti.",
        target="not_proven",
        fact="not_proven",
        asks=(Ask.LETTER_IN,),
    ),
    _answer(
        code="return",
        label="Kembalikan untuk dilengkapi",
        done="Instansi berwenang mengembalikan penerusan untuk dilengkapi.",
        target="returned",
        fact="returned",
        by=_ANY_RECEIVER,
        basis=bases.RETURNED,
        exceptional=True,
    ),
    _answer(
        code="reject",
        label="Tolak penerusan",
        done="Instansi berwenang menolak penerusan.",
        target="rejected",
        fact="rejected",
        by=_ANY_RECEIVER,
        exceptional=True,
    ),
    _answer(
        code="reconsider",
        label="Periksa kembali hasil",
        done="Instansi berwenang memeriksa kembali hasilnya.",
        sources={"recommended", "rejected", "not_proven"},
        target="verification",
        fact="reopened",
        basis=bases.PRACTICE,
        exceptional=True,
    ),
)
