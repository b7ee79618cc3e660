"""The acts on a person and on a desk, by the last word of their address."""

from collections.abc import Mapping
from typing import Final

from netralitas.accounts.people import acting, forms
from netralitas.accounts.people.acting import About, Act


def _mail(about: About) -> dict[str, object]:
    return {"email": about.seen.row["email"]}


def _superior(about: About) -> dict[str, object]:
    superior = about.seen.row["superior_id"]
    return {"superior": str(superior) if superior else None}


def _roles(about: About) -> dict[str, object]:
    return {"roles": tuple(about.desk["roles"])} if about.desk else {}


PERSON: Final[Mapping[str, Act]] = {
    "penugasan": Act(
        title="Tambah penugasan",
        lead="Orang ini bertugas di satu instansi lagi, dan memilih tempat tugasnya saat masuk.",
        button="Tambahkan penugasan",
        form=forms.DeskForm,
        do=acting.add_desk,
        choices=acting.offices,
        selects=("organisation",),
    ),
    "surel": Act(
        title="Ubah surel",
        lead="Pengingat tenggat dikirim ke sini: nomor, tanggal, dan tautan saja.",
        button="Simpan surel",
        form=forms.MailForm,
        do=acting.set_mail,
        values=_mail,
    ),
    "surel-disetujui": Act(
        title="Setujui surel",
        lead="Administrator lain mengisi surel ini. Sesudah Anda setujui, pemegang surel ini di "
        "penyedia lain dapat masuk sebagai orang ini.",
        button="Setujui surel ini",
        form=forms.MailConfirmedForm,
        do=acting.confirm_mail,
        values=_mail,
        note=acting.mail_in_words,
    ),
    "atasan": Act(
        title="Ubah atasan langsung",
        lead="Atasan langsung diberi tahu bila orang ini terlambat, dan dapat menunjuk wakilnya.",
        button="Simpan atasan langsung",
        form=forms.SuperiorForm,
        do=acting.set_superior,
        choices=acting.superiors,
        values=_superior,
        selects=("superior",),
    ),
    "ganti": Act(
        title="Ganti kata sandi atau faktor kedua",
        lead="Anda mengajukan; administrator lain memastikan bahwa itu benar orangnya, menyetujui, "
        "dan menyerahkan kode sekali pakai. Semua sesi orang ini lalu diakhiri.",
        button="Ajukan penggantian",
        form=forms.ResetForm,
        do=acting.begin_reset,
    ),
    "nonaktif": Act(
        title="Nonaktifkan akun",
        lead="Yang pernah dilakukan orang ini tetap tercatat. Perwakilannya berakhir hari ini. "
        "Akun dapat diaktifkan kembali.",
        button="Nonaktifkan akun ini",
        form=forms.DisableForm,
        do=acting.disable,
        danger=True,
    ),
}
"""Acts on an account: `/pengelolaan/akun/orang/{officer}/{act}`."""

STAND_IN: Final = Act(
    title="Tunjuk wakil",
    lead="Pada hari-hari itu wakil duduk di meja tersendiri dengan peran yang dipinjamkan, "
    "ditandai “mewakili”. Di mana dua orang diperlukan, wakil dan yang diwakili dihitung satu.",
    button="Tunjuk wakil ini",
    form=forms.DeputyForm,
    do=acting.name_stand_in,
    choices=acting.stand_ins,
    selects=("deputy",),
)

DESK: Final[Mapping[str, Act]] = {
    "peran": Act(
        title="Ubah peran",
        lead="Berlaku mulai permintaan berikutnya dari orang ini. Yang dipinjamkan kepada wakilnya "
        "ikut berkurang.",
        button="Simpan peran",
        form=forms.RolesForm,
        do=acting.set_roles,
        values=_roles,
    ),
    "akhir": Act(
        title="Akhiri penugasan",
        lead="Pekerjaan yang masih terbuka tidak ikut berpindah: serah terimakan dahulu.",
        button="Akhiri penugasan ini",
        form=forms.EndForm,
        do=acting.end_desk,
        note=acting.work_in_words,
        danger=True,
    ),
    "wakil": STAND_IN,
    "serah-terima": Act(
        title="Serah terima pekerjaan",
        lead="Pada hari itu pekerjaan yang terbuka berpindah sekaligus, masing-masing dengan "
        "catatannya. Perkara yang tidak boleh ditangani penerima tetap pada petugas ini.",
        button="Serahterimakan pekerjaan",
        form=forms.HandoverForm,
        do=acting.order_handover,
        choices=acting.successors,
        note=acting.work_in_words,
        selects=("successor",),
    ),
}
"""Acts on a desk: `/pengelolaan/akun/orang/{officer}/meja/{desk}/{act}`."""
