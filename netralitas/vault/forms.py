"""The form by which identities are erased."""

from netralitas.web.forms import Choices, Form, Paragraph


class ErasureForm(Form):
    """Which identities, and why."""

    entries = Choices("Identitas yang dihapus", missing="Pilih sekurang-kurangnya satu identitas.")
    reason = Paragraph(
        "Alasan",
        hint="Jangan menulis nama atau hal lain yang mengenalkan orangnya.",
        missing="Tulis alasan penghapusan.",
        maximum=4000,
    )
