"""What is typed about task forces: the decree, who is named, ends, days of duty."""

from typing import Final

from netralitas.exchange.forces.domain import ForceKind, NewDuty, NewForce, NewMember, Post
from netralitas.exchange.forces.words import KINDS, POSTS, TOGETHER
from netralitas.web.forms import (
    Choice,
    DateField,
    Form,
    Paragraph,
    Text,
    Ticked,
    TimeField,
    optional,
)

BOTH: Final = ("bersama", TOGETHER)
"""What is chosen where all parties decreed it together."""


class ForceForm(Form):
    """A decree that forms a task force or names liaison officers."""

    kind = Choice("Yang dibentuk", [(kind.value, said) for kind, said in KINDS.items()])
    name = Text("Nama", hint="Misalnya: Satgas pengawasan konten internet. Tanpa nama orang.")
    decreed_by = Choice("Ditetapkan oleh")
    decree_number = Text("Nomor surat keputusan atau surat penunjukan")
    decree_on = DateField("Tanggalnya", past=True)
    since = DateField("Masa tugas mulai")
    until = optional(
        DateField("Sampai", hint="Kosongkan bila surat keputusan tidak menyebut hari terakhir.")
    )
    tasks = Paragraph("Tugas", hint="Satu setiap baris, seperti pada keputusannya.", maximum=4000)

    def new(self, agreement: int) -> NewForce:
        """Return what the decree forms; Invalid when the form has errors."""
        self.require()
        return NewForce(
            agreement=agreement,
            kind=ForceKind(self.kind),
            name=self.name,
            decree_number=self.decree_number,
            decree_on=self.decree_on,
            decreed_by=None if self.decreed_by == BOTH[0] else int(self.decreed_by),
            since=self.since,
            until=self.until,
            tasks=self.tasks,
        )


class MemberForm(Form):
    """Somebody whom the decree names."""

    name = Text("Nama", hint="Seperti tertulis pada surat keputusan.")
    organisation = Choice("Instansi")
    capacity = Text("Jabatan")
    post = Choice("Kedudukan", [(post.value, said) for post, said in POSTS.items()])
    contact = optional(Text("Kontak dinas", hint="Telepon atau surel kantor, bukan pribadi."))
    since = DateField("Bertugas mulai")
    until = optional(DateField("Sampai", hint="Kosongkan bila selama masa tugas."))

    def new(self) -> NewMember:
        """Return who is named; Invalid when the form has errors."""
        self.require()
        return NewMember(
            name=self.name,
            organisation=int(self.organisation),
            capacity=self.capacity,
            post=Post(self.post),
            contact=self.contact,
            since=self.since,
            until=self.until,
        )


class EndForm(Form):
    """The last day of somebody, or of all."""

    on = DateField("Hari terakhir bertugas")


class DutyForm(Form):
    """Somebody on duty on each day of a span."""

    member = Choice("Petugas", missing="Pilih petugasnya dari daftar anggota.")
    first = DateField("Mulai hari")
    last = DateField("Sampai hari", hint="Isi hari yang sama untuk satu hari.")
    begins_at = TimeField("Jam mulai", hint="Misalnya: 08.00.")
    ends_at = TimeField("Jam selesai")
    place = optional(Text("Tempat piket"))
    workdays = Ticked("Hari kerja saja")

    def new(self) -> NewDuty:
        """Return the span of duty; Invalid when the form has errors."""
        self.require()
        return NewDuty(
            member=int(self.member),
            first=self.first,
            last=self.last,
            begins_at=self.begins_at,
            ends_at=self.ends_at,
            place=self.place,
            workdays=self.workdays,
        )
