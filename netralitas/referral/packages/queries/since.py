"""What has happened with a package since it was frozen."""

from collections.abc import Sequence
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.queries import CaseView
from netralitas.cases.words import sentence, when
from netralitas.database.connection import Connection, Row
from netralitas.documents.queries import Document
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.referral.packages.domain import Manifest, Package
from netralitas.referral.packages.manifests import travelling

_MOST: Final = 12

_SINCE: Final = """
SELECT DISTINCT ON (e.name, e.happened_on) e.name, e.workflow_version, e.precision, e.happened_on,
       e.happened_at, e.zone, e.id
FROM event e
WHERE e.proceeding = ANY ($1) AND e.recorded_at > $2
  AND NOT EXISTS (SELECT FROM event c WHERE c.corrects = e.id)
ORDER BY e.name, e.happened_on, e.id
"""
_LATER: Final = """
SELECT id, frozen_at FROM package WHERE case_file = $1 AND receiver = $2 AND id > $3 ORDER BY id
"""


async def happened_since(
    connection: Connection,
    view: CaseView,
    package: Package,
    manifest: Manifest,
    papers: Sequence[Document],
) -> tuple[str, ...]:
    """Return what has happened since it was frozen, a sentence each, in order."""
    rows = await connection.fetch(_SINCE, list(package.proceedings), package.frozen_at)
    said = [
        f"{when(_moment(row))}: {sentence(row['name'], row['workflow_version'])}"
        for row in sorted(rows, key=lambda row: row["id"])[:_MOST]
    ]
    inside = {paper.sha256 for paper in manifest.papers}
    going, _ = travelling(papers, ())
    late = [paper.title for paper in going if paper.digest not in inside]
    said += [
        f"Dokumen “{name}” dilampirkan sesudahnya dan tidak ada dalam paket ini." for name in late
    ]
    later = await connection.fetch(_LATER, view.dossier.id, package.receiver, package.id)
    zone = Zone(view.dossier.zone)
    said += [
        f"Paket yang lebih baru untuk penerima ini dibekukan {moment(row['frozen_at'], zone)}."
        for row in later
    ]
    return tuple(said)


def _moment(row: Row) -> Moment:
    return Moment(
        precision=Precision(row["precision"]),
        on=row["happened_on"],
        at=row["happened_at"],
        zone=row["zone"],
    )
