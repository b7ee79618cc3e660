"""What can be done with one activity by a form: its address, its words, where it leads back to."""

from dataclasses import dataclass
from typing import ClassVar, Final

from netralitas.prevention import tabs, words
from netralitas.prevention.domain import ActivityKind
from netralitas.prevention.form_pages import PATH, Wording, act_page, record_page
from netralitas.prevention.forms import RecordForm
from netralitas.prevention.queries import Opened
from netralitas.web.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act on an activity by a small form.

    `step` is its address under the activity; `tab` the view it leads back to, which says `done`, a
    word of `words.DONE`. `organiser`: it is the organiser's alone, else also the other party's.
    `about` is what it is on, where not the activity itself. `dated`: it puts the activity on a day
    that the public is told of, for which a change of service hours has a rule of its own.
    """

    template: ClassVar[str] = "prevention/act.html"

    step: str
    done: str
    wording: Wording
    tab: str = tabs.PLAN
    organiser: bool = False
    about: str | None = None
    dated: bool = False

    def page(self, form: Form, opened: Opened, changed: tuple[str, ...]) -> object:
        """Return the page around its form; `changed` is what others did meanwhile."""
        changes_hours = opened.activity.kind is ActivityKind.HOURS_CHANGE
        return act_page(
            form,
            opened,
            self.wording,
            self.step,
            back=self.back(opened.activity.id),
            about=self.about,
            note=words.HOURS_RULE if self.dated and changes_hours else None,
            changed=changed,
        )

    def back(self, activity: int) -> str:
        """Return the address of the view that it leads back to."""
        here = f"{PATH}/{activity}"
        return f"{here}/{self.tab}" if self.tab else here


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAct(Act):
    """An act by the form of units and duties."""

    template: ClassVar[str] = "prevention/record.html"

    def page(self, form: Form, opened: Opened, changed: tuple[str, ...]) -> object:
        """Return the page around its form."""
        if not isinstance(form, RecordForm):
            raise TypeError("a record is typed into a RecordForm")
        return record_page(form, opened, self.wording, self.step, changed)


ANNOUNCE: Final = Act(
    step="pengumuman",
    done="pengumuman",
    organiser=True,
    dated=True,
    wording=Wording(
        title="Umumkan kegiatan",
        lead="Setelah diumumkan, agenda publik menampilkan judul, hari, jam, tempat, sasaran,"
        " penyelenggara, narasumber, dan pengumuman ini. Pengumuman tidak dapat ditarik; kegiatan"
        " masih dapat dipindahkan atau dibatalkan, dan agenda publik mengatakannya.",
        button="Umumkan kegiatan",
    ),
)

MOVE: Final = Act(
    step="pemindahan",
    done="pemindahan",
    organiser=True,
    dated=True,
    wording=Wording(
        title="Pindahkan hari, jam, atau tempat",
        lead="Hari yang lama tetap tercatat pada riwayat. Bila kegiatan sudah diumumkan, agenda"
        " publik menampilkan hari yang baru dan mengatakan bahwa kegiatan dipindahkan.",
        button="Simpan perubahan",
    ),
)

CANCEL: Final = Act(
    step="pembatalan",
    done="pembatalan",
    organiser=True,
    wording=Wording(
        title="Batalkan kegiatan",
        lead="Kegiatan yang dibatalkan tetap terhitung sebagai rencana dan tidak dapat dicatat"
        " lagi. Alasannya tampil pada riwayat.",
        button="Batalkan kegiatan",
        danger=True,
    ),
)

HOLD: Final = RecordAct(
    step="pelaksanaan",
    done="pelaksanaan",
    tab=tabs.OUTCOME,
    wording=Wording(
        title="Catat pelaksanaan",
        lead="Isi jumlah yang hadir dari setiap unit kerja, dan centang tugas yang dilaksanakan."
        " Unit yang tidak hadir dibiarkan kosong.",
        button="Simpan pelaksanaan",
    ),
)

CORRECT: Final = RecordAct(
    step="pembetulan",
    done="pembetulan",
    tab=tabs.OUTCOME,
    wording=Wording(
        title="Betulkan kehadiran dan tugas",
        lead="Angka yang tersimpan sudah terisi. Ubah yang keliru, kosongkan unit yang ternyata"
        " tidak hadir. Perubahannya tercatat pada riwayat kegiatan.",
        button="Simpan pembetulan",
    ),
)

SPEAKER: Final = Act(
    step="bahan/narasumber",
    done="narasumber",
    tab=tabs.MATERIALS,
    wording=Wording(
        title="Tambah narasumber",
        lead="Bila kegiatan diumumkan, nama dan jabatan narasumber tampil pada agenda publik.",
        button="Simpan narasumber",
    ),
)

FILE: Final = Act(
    step="bahan/berkas",
    done="berkas",
    tab=tabs.MATERIALS,
    wording=Wording(
        title="Tambah berkas",
        lead="Bahan paparan, foto, bukti, atau pindaian daftar hadir. Berkas disimpan utuh dan"
        " dilihat oleh para pihak kegiatan. Foto ditampilkan sebagai salinan tanpa data kamera.",
        button="Simpan berkas",
        selects=("use",),
        uploads=True,
    ),
)

POST: Final = Act(
    step="bahan/unggahan",
    done="unggahan",
    tab=tabs.MATERIALS,
    wording=Wording(
        title="Tambah unggahan media",
        lead="Unggahan kantor Anda tentang kegiatan ini. Jangkauannya boleh diisi kemudian.",
        button="Simpan unggahan",
        selects=("platform",),
    ),
)

ACHIEVE: Final = Act(
    step="hasil/capaian",
    done="capaian",
    tab=tabs.OUTCOME,
    wording=Wording(
        title="Catat capaian dan biaya",
        lead="Isi yang tersimpan sudah terisi. Laporan kegiatan memuatnya.",
        button="Simpan capaian",
        selects=("fund",),
    ),
)


def reach(post: int, platform: str) -> Act:
    """Return the act that says how many a post reached."""
    return Act(
        step=f"bahan/unggahan/{post}/jangkauan",
        done="jangkauan",
        tab=tabs.MATERIALS,
        about=platform,
        wording=Wording(
            title="Catat jangkauan",
            lead="Isi angka menurut media itu sendiri, dan hari angka itu terlihat. Angka yang baru"
            " menggantikan yang lama.",
            button="Simpan jangkauan",
        ),
    )


def proof(duty: int, text: str) -> Act:
    """Return the act that says what shows that a duty was done."""
    return Act(
        step=f"hasil/tugas/{duty}",
        done="bukti",
        tab=tabs.OUTCOME,
        about=text,
        wording=Wording(
            title="Bukti pelaksanaan tugas",
            lead="Isi catatan, atau pilih berkas atau unggahan kegiatan ini.",
            button="Simpan bukti",
            selects=("file", "post"),
        ),
    )
