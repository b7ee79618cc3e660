"""A field for the legal basis of an act: free text, with the laws of the register to pick from.

In the form, the field; where the form is parsed, the register of the edition in force:

    class PauseForm(Form):
        basis = Citation("Dasar penundaan")

    form = PauseForm.parse(data, choices={"basis": citation_choices(law.laws)})
    form.warn("basis", stale_citation(law.laws, form.read_value("basis"), on=day_of_the_act))

Both functions are those of `netralitas.legislation.words`; `field(form.field("basis"))` shows the
input with its list, and after a warning the box that confirms it. A citation of no law of the
register is accepted as it stands: the register is not complete.
"""

from typing import ClassVar

from netralitas.web.forms.choices import Option
from netralitas.web.forms.field import CONFIRMED
from netralitas.web.forms.text import Text


class Citation(Text):
    """A line naming an article or a law; the value is the text as typed.

    `Form.warn` makes the form ask about it once; what is confirmed comes back in the part `sure`.
    """

    kind: ClassVar[str] = "citation"
    parts: ClassVar[tuple[str, ...]] = ("", CONFIRMED)
    choices: ClassVar[tuple[Option, ...]] = ()
