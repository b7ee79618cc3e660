"""Forms of the register of failures."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.privacy.incidents.domain import NewIncident
from netralitas.web.forms import DateField, Form, Integer, Paragraph, TimeField, optional

NO_NAME: Final = "Jangan menulis nama atau hal lain yang mengenalkan orangnya."
_MOST: Final = 1_000_000_000


class IncidentForm(Form):
    """A failure as it is first known."""

    on = DateField("Tanggal diketahui", past=True)
    at = TimeField("Jam diketahui", hint="Misalnya: 08.00.")
    happened = Paragraph("Apa yang terjadi", hint=NO_NAME, maximum=4000)
    data = Paragraph("Jenis data yang terkena", hint="Misalnya nama, NIP, nomor telepon.")
    people = optional(Integer("Jumlah orang yang terkena", hint="Bila diketahui.", most=_MOST))

    def new(self, zone: str) -> NewIncident:
        """Return the failure as an officer in `zone` wrote it; Invalid when there are errors."""
        self.require()
        return NewIncident(
            discovered_at=datetime.combine(self.on, self.at, ZoneInfo(zone)),
            happened=self.happened,
            data=self.data,
            people=self.people,
        )


class MeasureForm(Form):
    """What was done; and how many are concerned, where that is known better now."""

    text = Paragraph("Tindakan", hint=NO_NAME, maximum=4000)
    people = optional(Integer("Jumlah orang yang terkena, sekarang", most=_MOST))


class ToldForm(Form):
    """When and how somebody was told in writing."""

    on = DateField("Tanggal pemberitahuan", past=True)
    at = TimeField("Jam pemberitahuan")
    text = Paragraph("Surat dan cara penyampaiannya", hint=NO_NAME, maximum=2000)

    def moment(self, zone: str) -> datetime:
        """Return when; Invalid when the form has errors."""
        self.require()
        return datetime.combine(self.on, self.at, ZoneInfo(zone))


class CloseForm(Form):
    """Why nothing more is to be done."""

    text = Paragraph("Kesimpulan", hint=NO_NAME, maximum=4000)
