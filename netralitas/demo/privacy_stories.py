"""What is kept and for how long: a period in force, a list, a hold, a request, a failure."""

from datetime import timedelta
from typing import Final

from netralitas import clock
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.demo.telling import Teller
from netralitas.disposal.commands import place_hold, propose_due, propose_rule, put_in_force
from netralitas.disposal.domain import Certainty, Disposable, NewHold, NewRule
from netralitas.privacy.incidents.commands import add_measure, record_incident
from netralitas.privacy.incidents.domain import NewIncident
from netralitas.privacy.requests.commands import record_request
from netralitas.privacy.requests.domain import NewRequest, Right, Role

_MONTHS: Final = 1
_NAMED: Final = """
SELECT f.id FROM case_file f
WHERE f.owner = $1 AND EXISTS (SELECT FROM respondent r WHERE r.case_file = f.id AND r.ordinal = 1
              AND r.name IS NOT NULL)
ORDER BY f.id LIMIT 1
"""


async def tell_of_personal_data(teller: Teller) -> None:
    """Leave one of each, as officers of the regency would have recorded it today."""
    actors, now = teller.actors, clock.now()
    rule = NewRule(
        kept=Disposable.ATTENDANCE,
        months=_MONTHS,
        basis="Ketentuan kantor untuk peragaan",
        certainty=Certainty.OWN,
        valid_from=teller.today,
    )
    added = await propose_rule(actors["hanif"], rule)
    await put_in_force(teller.stepped_up("admin"), added)
    async with writing(EVERYTHING) as connection:
        await propose_due(connection)
    async with reading(EVERYTHING) as connection:
        case = await connection.fetchval(_NAMED, actors["rina"].organisation)
    if case is not None:
        await _of_case(teller, case)
    incident = await record_incident(
        actors["sari"],
        NewIncident(
            discovered_at=now - timedelta(hours=20),
            happened="Daftar hadir kegiatan terkirim ke alamat surel instansi yang keliru.",
            data="Nama dan jabatan peserta",
            people=14,
        ),
    )
    measure = "Penerima diminta menghapus surel itu, dan sudah menyatakan menghapusnya."
    await add_measure(actors["sari"], incident, measure, None)


async def _of_case(teller: Teller, case: int) -> None:
    hold = NewHold(
        case_file=case,
        respondent=None,
        nip_digest=None,
        nip_last=None,
        reason="Berkasnya masih menjadi bukti di pengadilan.",
        basis="Permintaan kuasa hukum kantor",
    )
    await place_hold(teller.actors["rina"], hold)
    request = NewRequest(
        right=Right.ACCESS,
        role=Role.RESPONDENT,
        case_file=case,
        respondent=1,
        letter="01/Permintaan",
        received_on=teller.today,
        established="Kartu tanda penduduk diperlihatkan di loket.",
        asked="Data tentang dirinya dalam perkara ini.",
        answer_by=None,
    )
    await record_request(teller.actors["rina"], request)
