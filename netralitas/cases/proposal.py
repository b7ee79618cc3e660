"""What a proposed correction says, as it stands in the details of its event."""

from datetime import date, datetime

import msgspec

from netralitas.audit.domain import Moment, Precision


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What a proposed correction says: which event, and when it really happened."""

    corrects: int
    precision: Precision
    on: date | None
    at: datetime | None
    zone: str

    @property
    def moment(self) -> Moment:
        """Return when it really happened."""
        return Moment(precision=self.precision, on=self.on, at=self.at, zone=self.zone)
