"""The page of tokens, from what is known of them."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission, may_see
from netralitas.accounts.words import role_names
from netralitas.api import words
from netralitas.api.forms import TokenForm, blank
from netralitas.api.pages import TokenLine, TokensPage
from netralitas.api.queries.tokens import Token, systems_of, tokens_of
from netralitas.database.connection import Connection
from netralitas.law import words as law_words
from netralitas.web.parts import Crumb, type_tone

PATH: Final = "/pengelolaan/token"

_MOMENT: Final = timedelta(microseconds=1)


async def tokens_page(
    c: Connection, actor: Actor, *, form: TokenForm | None = None, made: str | None = None
) -> TokensPage:
    """Return the tokens of the actor's office; NotAllowed for who administers nothing."""
    may_see(actor, Permission.ADMINISTER)
    now = clock.now()
    known = await tokens_of(c, actor.organisation, now)
    return TokensPage(
        crumbs=(Crumb("Administrasi", "/administrasi"), Crumb(words.TITLE)),
        title=words.TITLE,
        lead=words.LEAD,
        nothing=words.NOTHING_YET,
        tokens=tuple(_line(token, now, actor.zone) for token in known),
        form=form or blank(await systems_of(c, actor.organisation)),
        made=made,
    )


def _line(token: Token, now: datetime, zone: str) -> TokenLine:
    standing, tone = _standing(token, now)
    last = token.expires_at.astimezone(ZoneInfo(zone)) - _MOMENT
    return TokenLine(
        name=token.name,
        system=token.system,
        prefix=token.prefix,
        opens=tuple(words.SCOPES[scope] for scope in token.scopes),
        roles=role_names(map(Role, token.roles)),
        made=f"{_day(token.made_at, zone)} oleh {token.made_by}",
        until=law_words.day(last.date()),
        used=law_words.day(token.used_on) if token.used_on else "belum pernah",
        standing=standing,
        tone=tone,
        end=f"{PATH}/{token.id}/akhiri" if token.ended_at is None else None,
    )


def _standing(token: Token, now: datetime) -> tuple[str, type_tone]:
    if token.ended_at is not None:
        return words.ENDED, "neutral"
    if token.dead:
        return words.DEAD, "late"
    if token.expires_at <= now:
        return words.EXPIRED, "late"
    return words.HOLDS, "done"


def _day(moment: datetime, zone: str) -> str:
    return law_words.day(moment.astimezone(ZoneInfo(zone)).date())
