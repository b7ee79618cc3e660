"""The file of a work plan, and the confirmation of what was understood of it."""

from netralitas.imports.forms import TableFile
from netralitas.web.forms import Form, Version


class PlanFileForm(Form):
    """A table of a work plan."""

    file = TableFile(
        "Berkas rencana kerja",
        hint="XLSX, XLS, ODS, atau CSV (UTF-8), paling besar 10 MB. Sel yang digabung, judul dua"
        " baris, dan tahun sebagai kolom dapat dibaca.",
        missing="Pilih berkas rencana kerja.",
    )


class PlanConfirmForm(Form):
    """The version of the text to which the rows are put."""

    version = Version()
