"""What the demo's cases are about: matters, respondents and reporters, all invented."""

from datetime import date, datetime

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import (
    Channel,
    Employment,
    NewCase,
    Person,
    PositionClass,
    Source,
    Theme,
)
from netralitas.cases.nip import NipSealer
from netralitas.law.domain import Regime
from netralitas.vault.domain import Identity

REPORTER = Identity(
    name="Surya Wibisana",
    address="Jalan Melur 7, Kecamatan Melati",
    telephone="0812 0000 0001",
)
INFORMANT = Identity(name="Pemberi informasi lewat telepon", telephone="0812 0000 0002")


def matter(  # noqa: PLR0913 - the fields of a matter, all of them named
    *,
    received: datetime,
    subject: str,
    description: str,
    act_on: date,
    people: tuple[Person, ...],
    election: int | None,
    known_on: date | None = None,
    source: Source = Source.REPORT,
    channel: Channel = Channel.DESK,
    regime: Regime = Regime.PEMILIHAN,
    place: str = "Kecamatan Melati",
    region: str = "99.01.01",
    act_precision: Precision = Precision.DAY,
    theme: Theme = Theme.NEUTRALITY,
) -> NewCase:
    """Return a matter as it is taken in."""
    return NewCase(
        source=source,
        channel=channel,
        regime=regime,
        theme=theme,
        region=region,
        subject=subject,
        description=description,
        received=Moment.time(received),
        act_on=act_on,
        act_precision=act_precision,
        known_on=known_on or act_on,
        place=place,
        election=election,
        respondents=people,
    )


class Cast:
    """The invented respondents."""

    def __init__(self, sealer: NipSealer) -> None:
        """`sealer` seals their numbers."""
        self._sealer = sealer

    def district_head(self) -> Person:
        """Return a head of a sub-district."""
        return self._civil_servant(
            "Arman Suryadinata", PositionClass.DISTRICT_HEAD, "Camat Melati", "Kecamatan Melati", 1
        )

    def head_of_section(self) -> Person:
        """Return the head of a section of an office."""
        return self._civil_servant(
            "Endah Puspitarini",
            PositionClass.ADMINISTRATOR,
            "Kepala Bidang Sarana",
            "Dinas Pekerjaan Umum",
            2,
        )

    def teacher(self) -> Person:
        """Return a teacher."""
        return self._civil_servant(
            "Yogi Hermansyah", PositionClass.FUNCTIONAL, "Guru Ahli Muda", "SMP Negeri 2 Melati", 3
        )

    def ward_head(self) -> Person:
        """Return the head of a ward."""
        return self._civil_servant(
            "Lilis Handayani", PositionClass.WARD_HEAD, "Lurah Kenanga", "Kelurahan Kenanga", 4
        )

    def nurse(self) -> Person:
        """Return a nurse employed by contract of the state (PPPK)."""
        return Person(
            name="Retno Ayuningtyas",
            employment=Employment.PPPK,
            position_class=PositionClass.FUNCTIONAL,
            position="Perawat",
            unit="Puskesmas Cempaka",
            employer="Pemerintah Kabupaten Contoh",
        )

    def unknown(self) -> Person:
        """Return somebody seen in a picture whom nobody has named yet."""
        return Person(employment=Employment.UNKNOWN, position="Berseragam dinas, belum dikenali")

    def _civil_servant(
        self, name: str, position_class: PositionClass, position: str, unit: str, number: int
    ) -> Person:
        # Appointed in a year that has not come: no living person has such a number.
        nip = f"19800{number}152099021{number:03}"
        return Person(
            name=name,
            employment=Employment.PNS,
            position_class=position_class,
            position=position,
            unit=unit,
            employer="Pemerintah Kabupaten Contoh",
            nip=self._sealer.seal(nip),
        )
