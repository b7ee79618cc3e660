"""A partner to look at: a package is held, a step was refused, something stands otherwise there."""

from netralitas.accounts import store
from netralitas.accounts.domain import NewOrganisation, OrganisationKind
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.web.guard import Guard
from netralitas.partners.commands import add
from netralitas.partners.domain import NewPartner
from tests.browser.site import Site
from tests.partners.exchanging import SEALER
from tests.partners.sending import TOKEN
from tests.webhooks.telling import ask

_HELD = """
INSERT INTO partner_package (partner, remote, remote_case, digest, state, problem, about, tries,
                             next_at, readers)
VALUES ($1, 17, 170, '', 'held', 'paper', sha256('berkas'), 2, now() + interval '5 minutes',
        ARRAY[$2::integer])
"""
_CAME = """
INSERT INTO partner_package (partner, remote, remote_case, digest, state, tries, next_at,
                             case_file, arrived_at, looked_at, readers)
SELECT $1, 16, 160, '', 'entered', 0, now(), p.case_file, now(), now(), ARRAY[$2::integer]
FROM proceeding p WHERE p.workflow = 'referral' AND $2 = ANY (p.readers) ORDER BY p.id LIMIT 1
"""
_APART = """
INSERT INTO partner_proceeding (case_file, partner, package, proceeding, ordinal, remote,
                                remote_state, remote_version, seen_at, readers)
SELECT k.case_file, k.partner, k.id, p.id, 1, 161, 'cancelled', 2, now(), k.readers
FROM partner_package k JOIN proceeding p ON p.case_file = k.case_file AND p.workflow = 'referral'
WHERE k.partner = $1 ORDER BY p.id LIMIT 1
"""
_REFUSED = """
INSERT INTO partner_answer (case_file, partner, proceeding, event, state, tries, status, problem,
                            sentence, made_at, last_at, readers)
SELECT e.stream, $1, e.proceeding, e.id, 'refused', 1, 409, 'refused',
       'Tanggal tidak boleh sebelum penerimaan.', now(), now(), ARRAY[$2::integer]
FROM event e WHERE e.kind = 'move' AND e.workflow = 'handling' AND $2 = ANY (e.readers)
ORDER BY e.id LIMIT 1
"""


async def exchange_with_a_partner(site: Site) -> int:
    """Commit a partner of Hadi's office with what waits for people; return its id."""
    hadi = site.town.hadi
    away = NewOrganisation(
        code="pengirim", name="Bawaslu Kabupaten Pengirim", kind=OrganisationKind.BAWASLU
    )
    async with writing(EVERYTHING) as c:
        sender = await store.add_organisation(c, away)
    assert sender is not None
    address = "https://netralitas.pengirim.contoh.go.id"
    new = NewPartner(name=away.name, address=address, sender=sender, token=TOKEN)
    number = await add(hadi, new, sealer=SEALER, guard=Guard())
    for statement in (_HELD, _CAME, _REFUSED):
        await ask(site.database, statement, number, hadi.organisation)
    await ask(site.database, _APART, number)
    return number
