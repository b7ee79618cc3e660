"""What came of an activity, and what shows that a duty was done."""

from netralitas.prevention.domain import Achieved, Fund, Proof
from netralitas.prevention.forms.planning import FUNDS, MOST_COST
from netralitas.web.forms import Choice, Form, Integer, Paragraph, Version, optional


class AchievedForm(Form):
    """The outcome in words, and what it cost in the end."""

    outcome = optional(
        Paragraph(
            "Capaian",
            hint="Apa yang dihasilkan dan apa yang perlu dilanjutkan. Tanpa nama orang.",
            maximum=2000,
        )
    )
    fund = optional(Choice("Sumber dana", FUNDS))
    cost = optional(
        Integer(
            "Biaya akhir",
            hint="Dalam rupiah, misalnya 2.500.000.",
            least=-MOST_COST,
            most=MOST_COST,
        )
    )
    version = Version()

    def achieved(self) -> Achieved:
        """Return what came of it; Invalid when the form has errors."""
        self.require()
        fund = Fund(self.fund) if self.fund else None
        return Achieved(outcome=self.outcome, fund=fund, cost=self.cost)


class ProofForm(Form):
    """What shows that a duty was done: words, a file of the activity, a post about it."""

    note = optional(Paragraph("Catatan", hint="Tanpa nama orang.", maximum=500))
    file = optional(Choice("Berkas kegiatan", hint="Ditambahkan lebih dahulu pada tab Bahan."))
    post = optional(Choice("Unggahan media"))

    def proof(self) -> Proof:
        """Return what shows it; Invalid when the form has errors."""
        self.require()
        return Proof(
            note=self.note,
            file=int(self.file) if self.file else None,
            post=int(self.post) if self.post else None,
        )
