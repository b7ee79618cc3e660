"""A receiver of webhooks to look at: one message arrived, one is dead, one waits."""

from netralitas.evidence.web.guard import Guard
from netralitas.webhooks.commands import add
from netralitas.webhooks.domain import NewReceiver, Topic
from tests.browser.site import Site
from tests.webhooks.telling import SEALER, ask

_TOLD = """
INSERT INTO webhook_delivery (receiver, event, name, state, tries, status, problem, made_at,
                              last_at, readers)
SELECT $1, e.id, e.name, told.state, told.tries, told.status, told.problem, now(), now(),
       ARRAY[$2::integer]
FROM (VALUES (0, 'delivered', 1, 204, NULL), (1, 'dead', 8, NULL, 'too_slow'),
             (2, 'waiting', 3, 503, 'busy')) AS told (place, state, tries, status, problem),
     LATERAL (SELECT id, name FROM event WHERE $2 = ANY (readers) AND name LIKE 'handling.%'
              ORDER BY id OFFSET told.place LIMIT 1) AS e
"""
_WAITS = """
UPDATE webhook_receiver SET failures = 3, next_at = now() + interval '1 day' WHERE id = $1
"""


async def tell_a_system(site: Site) -> int:
    """Commit a receiver of Hadi's office with three messages; return its id."""
    hadi = site.town.hadi
    new = NewReceiver(
        name="SIMPEG Kabupaten Contoh",
        url="https://simpeg.contoh.go.id/netralitas/peristiwa",
        topics=(Topic.HANDLING, Topic.FOLLOW_UP),
    )
    number, _ = await add(hadi, new, sealer=SEALER, guard=Guard())
    await ask(site.database, _TOLD, number, hadi.organisation)
    await ask(site.database, _WAITS, number)
    return number
