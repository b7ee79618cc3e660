"""The people of an administrator's offices, a page at a time, in the order they came."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from netralitas.access.domain import Actor
from netralitas.accounts.people import words
from netralitas.accounts.people.domain import TOLD_BEFORE
from netralitas.accounts.people.forms import FilterForm
from netralitas.accounts.people.pages import PeoplePage, PersonLine
from netralitas.accounts.people.queries.scope import as_choices, offices
from netralitas.database.connection import Connection, Row
from netralitas.law.words import day
from netralitas.web.parts import Crumb, Pages, type_tone

PATH: Final = "/pengelolaan/akun"
REQUESTS_PATH: Final = f"{PATH}/permintaan"
PERSON_PATH: Final = f"{PATH}/orang"
ADMINISTRATION: Final = Crumb("Administrasi", "/administrasi")
ON_A_PAGE: Final = 50

# A person is listed once; only desks of these offices are named. $5: active, disabled, waiting for
# a first password, or with a desk that ends soon.
_LIST: Final = """
WITH seat AS (
    SELECT d.officer, d.title || ', ' || o.name AS said, d.valid_to, d.id
    FROM desk d JOIN organisation o ON o.id = d.organisation
    WHERE d.principal IS NULL AND d.organisation = ANY ($1::integer[])
      AND ($4::integer IS NULL OR d.organisation = $4)
)
SELECT f.id, f.name, f.login, f.disabled_at IS NOT NULL AS disabled, f.password IS NULL AS waiting,
       (SELECT array_agg(s.said ORDER BY s.id) FROM seat s
        WHERE s.officer = f.id AND (s.valid_to IS NULL OR s.valid_to > $6)) AS desks,
       (SELECT min(s.valid_to) - 1 FROM seat s
        WHERE s.officer = f.id AND s.valid_to > $6 AND s.valid_to <= $7) AS ends
FROM officer f
WHERE f.id > $2 AND NOT f.is_system
  AND EXISTS (SELECT FROM seat s WHERE s.officer = f.id)
  AND CASE $5::text WHEN 'aktif' THEN f.disabled_at IS NULL AND f.password IS NOT NULL
                    WHEN 'nonaktif' THEN f.disabled_at IS NOT NULL
                    WHEN 'menunggu' THEN f.disabled_at IS NULL AND f.password IS NULL
                    WHEN 'berakhir' THEN f.disabled_at IS NULL AND EXISTS (
                        SELECT FROM seat s WHERE s.officer = f.id AND s.valid_to > $6
                          AND s.valid_to <= $7)
                    ELSE true END
ORDER BY f.id LIMIT $3
"""
_SOON: Final = """
SELECT (SELECT count(*) FROM desk d JOIN officer f ON f.id = d.officer AND f.disabled_at IS NULL
        WHERE d.organisation = ANY ($1::integer[]) AND d.principal IS NULL
          AND d.valid_to > $2 AND d.valid_to <= $3) AS ending,
       (SELECT count(*) FROM account_request r
        WHERE r.organisation = ANY ($1::integer[]) AND r.state IN ('asked', 'proposed')) AS waiting
"""


async def people_page(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime
) -> PeoplePage:
    """Return the people whose accounts the actor manages, filtered and paged by the address."""
    found = await offices(c, actor.organisation)
    form = FilterForm.parse(query, choices={"kantor": as_choices(found)})
    office, state = form.read_value("kantor"), form.read_value("keadaan")
    today = now.date()
    soon = today + TOLD_BEFORE + timedelta(days=1)
    typed = query.get("sesudah", "")
    after = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0
    rows = await c.fetch(
        _LIST,
        *(list(found), after, ON_A_PAGE + 1, int(office) if office else None, state),
        *(today, soon),
    )
    told = await c.fetchrow(_SOON, list(found), today, soon)
    kept = {name: value for name, value in (("kantor", office), ("keadaan", state)) if value}
    more = None
    if len(rows) > ON_A_PAGE:
        more = f"{PATH}?{urlencode({**kept, 'sesudah': rows[ON_A_PAGE - 1]['id']})}"
    return PeoplePage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=(ADMINISTRATION, Crumb(words.TITLE)),
        filters=form,
        filtered=bool(kept),
        lines=tuple(map(_line, rows[:ON_A_PAGE])),
        pages=Pages(earlier=f"{PATH}?{urlencode(kept)}" if after else None, later=more),
        waiting=told["waiting"],
        ending=told["ending"],
    )


def _line(row: Row) -> PersonLine:
    state, tone = _standing(row)
    return PersonLine(
        href=f"{PERSON_PATH}/{row['id']}",
        name=row["name"],
        login=row["login"],
        desks=tuple(row["desks"] or ()),
        state=state,
        tone=tone,
    )


def _standing(row: Row) -> tuple[str, type_tone]:
    if row["disabled"]:
        return "Dinonaktifkan", "neutral"
    if row["waiting"]:
        return "Belum membuat kata sandi", "waiting"
    if row["ends"] is not None:
        return words.ENDED.format(day=day(row["ends"])), "soon"
    return ("Aktif", "done") if row["desks"] else ("Tanpa penugasan", "neutral")
