"""The form by which a member of a team or council is named."""

from netralitas.cases.words import POSITION_CLASSES
from netralitas.discipline.examiners.words import BODIES, PARTS, REPRESENTS
from netralitas.web.forms import Choice, Form, Text, optional


class ExaminerForm(Form):
    """Who it is, in which part, for whom; their account where they have one here."""

    body = Choice("Keanggotaan", tuple((code.value, said) for code, said in BODIES.items()))
    part = Choice("Kedudukan", tuple((code.value, said) for code, said in PARTS.items()))
    represents = Choice("Unsur", tuple((code.value, said) for code, said in REPRESENTS.items()))
    name = Text("Nama", maximum=150)
    position = optional(Text("Jabatan", maximum=150))
    position_class = Choice(
        "Jenjang jabatan", tuple((code.value, said) for code, said in POSITION_CLASSES.items())
    )
    officer = optional(
        Choice(
            "Akun di instansi ini",
            hint="Bila orangnya memakai Netralitas. Yang memeriksa tidak mengaudit perkara ini.",
        )
    )
