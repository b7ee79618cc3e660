"""Which acts a person may do, and the sentence for those they may not: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.access.policy.fields import Field, fields_visible
from netralitas.access.policy.relations import Phase, Relation
from netralitas.refusals import NotAllowed, NotVisible


class Permission(StrEnum):
    """An act that is granted or refused; those before READ_CASE concern no single case."""

    LIST_CASES = "list_cases"
    SEE_DEADLINES = "see_deadlines"
    SEE_NOTICES = "see_notices"
    SEE_SESSIONS = "see_sessions"
    TAKE_IN = "take_in"
    ADMINISTER = "administer"
    CHANGE_LAW = "change_law"
    DECLARE_INTEREST = "declare_interest"
    SEE_FOLLOW_UP = "see_follow_up"
    SEE_PREVENTION = "see_prevention"
    RECORD_ACTIVITY = "record_activity"
    SEE_AGREEMENTS = "see_agreements"
    SEE_MEETINGS = "see_meetings"
    KEEP_MEETINGS = "keep_meetings"
    SEE_PLENARY = "see_plenary"
    KEEP_PLENARY = "keep_plenary"
    READ_LAW = "read_law"
    IMPORT_STAFF = "import_staff"
    IMPORT_EXTERNAL = "import_external"
    SEE_LETTERS = "see_letters"
    KEEP_ADDRESSES = "keep_addresses"
    SEE_ARCHIVE = "see_archive"
    KEEP_ARCHIVE = "keep_archive"
    KEEP_TEMPLATES = "keep_templates"
    SEE_WEB_REGISTER = "see_web_register"
    KEEP_WEB_REGISTER = "keep_web_register"
    READ_CASE = "read_case"
    READ_DOCUMENT = "read_document"
    READ_NIP = "read_nip"
    MAKE_MOVE = "make_move"
    RECORD_FACT = "record_fact"
    CORRECT = "correct"
    RECORD_EXTERNAL = "record_external"
    ATTACH = "attach"
    ADD_RESPONDENT = "add_respondent"
    MERGE = "merge"
    EXCLUDE = "exclude"
    ERASE_IDENTITY = "erase_identity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """An act is granted to these roles, on these sides."""

    act: Permission
    sides: frozenset[Relation]
    roles: frozenset[Role]


_BAWASLU_ROLES: Final = frozenset({Role.INVESTIGATOR, Role.COMMISSIONER})
_RECEIVING_ROLES: Final = frozenset({Role.LIAISON, Role.FOLLOW_UP})
_ANSWERING_ROLES: Final = _RECEIVING_ROLES | {Role.APPOINTING, Role.PUBLISHER}
_OWNING_ROLES: Final = _BAWASLU_ROLES | {Role.SUPERVISOR, Role.PUBLISHER}
_OWNER: Final = frozenset({Relation.OWNER})
_SUPERIOR: Final = frozenset({Relation.SUPERIOR})
_RECEIVER: Final = frozenset({Relation.RECEIVER})
_RECEIVERS: Final = _RECEIVER | {Relation.RECEIVER_ASKED}

GRANTS: Final = (
    Grant(act=Permission.READ_NIP, sides=_OWNER, roles=_BAWASLU_ROLES),
    Grant(act=Permission.READ_NIP, sides=_RECEIVER, roles=_RECEIVING_ROLES),
    Grant(act=Permission.MAKE_MOVE, sides=_OWNER, roles=_OWNING_ROLES),
    Grant(act=Permission.MAKE_MOVE, sides=_SUPERIOR, roles=frozenset({Role.COMMISSIONER})),
    Grant(act=Permission.MAKE_MOVE, sides=_RECEIVERS, roles=_ANSWERING_ROLES),
    Grant(act=Permission.RECORD_FACT, sides=_OWNER, roles=_OWNING_ROLES),
    Grant(act=Permission.RECORD_FACT, sides=_RECEIVERS, roles=_ANSWERING_ROLES),
    Grant(act=Permission.RECORD_EXTERNAL, sides=_OWNER, roles=frozenset({Role.INVESTIGATOR})),
    Grant(act=Permission.RECORD_EXTERNAL, sides=_RECEIVERS, roles=_RECEIVING_ROLES),
    Grant(act=Permission.ATTACH, sides=_OWNER, roles=_BAWASLU_ROLES | {Role.SUPERVISOR}),
    Grant(act=Permission.CORRECT, sides=_OWNER, roles=_BAWASLU_ROLES),
    Grant(act=Permission.CORRECT, sides=_RECEIVER, roles=_RECEIVING_ROLES),
    Grant(act=Permission.ADD_RESPONDENT, sides=_OWNER, roles=frozenset({Role.INVESTIGATOR})),
    Grant(act=Permission.MERGE, sides=_OWNER, roles=frozenset({Role.INVESTIGATOR})),
    Grant(act=Permission.EXCLUDE, sides=_OWNER, roles=_BAWASLU_ROLES | {Role.SUPERVISOR}),
    Grant(act=Permission.EXCLUDE, sides=_SUPERIOR, roles=_BAWASLU_ROLES),
    Grant(act=Permission.ERASE_IDENTITY, sides=_OWNER, roles=frozenset({Role.COMMISSIONER})),
)
"""Acts on a case. Which move or fact it may be is the workflow's to say, by the actor's posts; whom
an officer excludes (themselves, or as a commissioner anybody) is the command's.
"""

_CASE_READERS: Final = frozenset(Role) - {Role.ADMINISTRATOR}
_RECORDERS: Final = _BAWASLU_ROLES | {
    *(Role.SUPERVISOR, Role.FOLLOW_UP, Role.SECRETARY, Role.PUBLISHER),
}

_ANYWHERE: Final[Mapping[Permission, frozenset[Role]]] = {
    Permission.LIST_CASES: _CASE_READERS,
    Permission.SEE_DEADLINES: _CASE_READERS - {Role.PUBLISHER, Role.SUPERIOR},
    Permission.SEE_NOTICES: _CASE_READERS,
    Permission.SEE_SESSIONS: _BAWASLU_ROLES | {Role.AUDITOR},
    Permission.TAKE_IN: frozenset({Role.INVESTIGATOR, Role.SUPERVISOR}),
    Permission.DECLARE_INTEREST: _CASE_READERS,
    Permission.ADMINISTER: frozenset({Role.ADMINISTRATOR}),
    Permission.CHANGE_LAW: frozenset({Role.ADMINISTRATOR}),
    Permission.SEE_FOLLOW_UP: _CASE_READERS - {Role.SUPERVISOR, Role.PUBLISHER},
    Permission.SEE_PREVENTION: _CASE_READERS,
    Permission.RECORD_ACTIVITY: _RECORDERS,
    Permission.SEE_AGREEMENTS: _CASE_READERS,
    Permission.SEE_MEETINGS: _BAWASLU_ROLES | {Role.SECRETARY, Role.FOLLOW_UP, Role.APPOINTING},
    Permission.KEEP_MEETINGS: frozenset({Role.SECRETARY, Role.COMMISSIONER}),
    Permission.SEE_PLENARY: _BAWASLU_ROLES,
    Permission.KEEP_PLENARY: _BAWASLU_ROLES,
    Permission.READ_LAW: frozenset(Role),
    Permission.IMPORT_STAFF: frozenset({Role.INVESTIGATOR, Role.FOLLOW_UP}),
    Permission.IMPORT_EXTERNAL: frozenset({Role.INVESTIGATOR}) | _RECEIVING_ROLES,
    Permission.SEE_LETTERS: _BAWASLU_ROLES | _RECEIVING_ROLES | {Role.APPOINTING, Role.AUDITOR},
    Permission.KEEP_ADDRESSES: frozenset({Role.INVESTIGATOR}) | _RECEIVING_ROLES,
    Permission.SEE_ARCHIVE: _BAWASLU_ROLES | {Role.AUDITOR},
    Permission.KEEP_ARCHIVE: _BAWASLU_ROLES,
    Permission.KEEP_TEMPLATES: frozenset({Role.COMMISSIONER, Role.ADMINISTRATOR}),
    Permission.SEE_WEB_REGISTER: _BAWASLU_ROLES | {Role.SUPERVISOR},
    Permission.KEEP_WEB_REGISTER: frozenset({Role.INVESTIGATOR, Role.SUPERVISOR}),
}

_KINDS: Final[Mapping[Permission, frozenset[str]]] = {
    Permission.TAKE_IN: frozenset({"bawaslu"}),
    Permission.SEE_SESSIONS: frozenset({"bawaslu"}),
    Permission.CHANGE_LAW: frozenset({"bawaslu", "system"}),
    Permission.KEEP_TEMPLATES: frozenset({"bawaslu"}),
    Permission.RECORD_ACTIVITY: frozenset({"bawaslu", "government"}),
    Permission.KEEP_MEETINGS: frozenset({"bawaslu", "government"}),
    Permission.IMPORT_STAFF: frozenset({"bawaslu", "government"}),
    Permission.SEE_ARCHIVE: frozenset({"bawaslu"}),
    Permission.KEEP_ARCHIVE: frozenset({"bawaslu"}),
    Permission.SEE_WEB_REGISTER: frozenset({"bawaslu"}),
    Permission.KEEP_WEB_REGISTER: frozenset({"bawaslu"}),
    Permission.SEE_PLENARY: frozenset({"bawaslu"}),
    Permission.KEEP_PLENARY: frozenset({"bawaslu"}),
}
"""Acts that only organisations of these kinds do; every other act, those of any kind."""

_REASONS: Final[Mapping[Permission, str]] = {
    Permission.LIST_CASES: "Administrator tidak membaca isi perkara.",
    Permission.SEE_DEADLINES: "Halaman tenggat tidak tersedia untuk peran Anda.",
    Permission.SEE_NOTICES: "Administrator tidak menerima pemberitahuan perkara.",
    Permission.SEE_SESSIONS: (
        "Kalender klarifikasi dibaca oleh staf penanganan pelanggaran, anggota, dan auditor "
        "Bawaslu."
    ),
    Permission.TAKE_IN: (
        "Penerimaan perkara dilakukan oleh staf penanganan pelanggaran atau pengawas lapangan "
        "Bawaslu."
    ),
    Permission.DECLARE_INTEREST: (
        "Administrator tidak membaca perkara, jadi tidak menyatakan benturan kepentingan."
    ),
    Permission.ADMINISTER: "Pengelolaan akun dan instansi dilakukan oleh administrator.",
    Permission.CHANGE_LAW: (
        "Kalender, aturan, dan katalog diubah oleh administrator Bawaslu; Anda dapat membacanya."
    ),
    Permission.SEE_FOLLOW_UP: (
        "Papan tindak lanjut dibaca oleh staf, anggota, sekretaris, dan auditor, serta oleh "
        "petugas dan pejabat instansi penerima."
    ),
    Permission.SEE_PREVENTION: "Administrator tidak membaca kegiatan pencegahan.",
    Permission.RECORD_ACTIVITY: (
        "Kegiatan pencegahan dicatat oleh petugas Bawaslu atau pemerintah daerah; peran Anda "
        "membacanya saja."
    ),
    Permission.SEE_AGREEMENTS: "Administrator tidak membaca kerja sama.",
    Permission.SEE_MEETINGS: (
        "Rapat evaluasi dibaca oleh sekretaris rapat, anggota dan staf penanganan pelanggaran "
        "Bawaslu, dan petugas tindak lanjut pemerintah daerah."
    ),
    Permission.KEEP_MEETINGS: (
        "Rapat evaluasi dikelola oleh sekretaris rapat atau anggota Bawaslu dari kedua pihak."
    ),
    Permission.SEE_PLENARY: (
        "Rapat pleno dibaca oleh anggota dan staf penanganan pelanggaran Bawaslu."
    ),
    Permission.KEEP_PLENARY: (
        "Rapat pleno dikelola oleh anggota dan staf penanganan pelanggaran Bawaslu."
    ),
    Permission.READ_LAW: "Referensi hukum dibaca oleh setiap petugas yang memiliki peran.",
    Permission.IMPORT_STAFF: (
        "Daftar pegawai dibaca dan diimpor oleh staf penanganan pelanggaran Bawaslu atau petugas "
        "tindak lanjut pemerintah daerah."
    ),
    Permission.IMPORT_EXTERNAL: (
        "Catatan sistem lain diimpor oleh staf penanganan pelanggaran Bawaslu atau petugas "
        "instansi penerima."
    ),
    Permission.SEE_LETTERS: (
        "Buku surat dibaca oleh staf dan anggota Bawaslu, auditor, serta petugas dan pejabat "
        "instansi penerima."
    ),
    Permission.KEEP_ADDRESSES: (
        "Alamat instansi dicatat oleh staf penanganan pelanggaran Bawaslu atau petugas instansi "
        "penerima; peran Anda membacanya saja."
    ),
    Permission.SEE_ARCHIVE: (
        "Penyerahan arsip dibaca oleh staf, anggota, dan auditor Bawaslu yang menyerahkan."
    ),
    Permission.KEEP_ARCHIVE: (
        "Penyerahan arsip disiapkan oleh staf penanganan pelanggaran atau anggota Bawaslu."
    ),
    Permission.KEEP_TEMPLATES: (
        "Templat naskah diubah oleh anggota atau administrator Bawaslu, untuk kantornya sendiri."
    ),
    Permission.SEE_WEB_REGISTER: (
        "Register alamat dibaca oleh staf, anggota, dan pengawas lapangan Bawaslu."
    ),
    Permission.KEEP_WEB_REGISTER: (
        "Register alamat diisi oleh staf penanganan pelanggaran atau pengawas lapangan Bawaslu; "
        "peran Anda membacanya saja."
    ),
    Permission.READ_CASE: "Anda tidak dapat membaca perkara ini.",
    Permission.READ_DOCUMENT: "Berkas ini tidak termasuk bagian perkara yang dapat Anda baca.",
    Permission.READ_NIP: (
        "NIP lengkap hanya dibuka bagi staf dan anggota Bawaslu pemilik perkara, dan bagi "
        "petugas instansi yang sudah menerima penerusan."
    ),
    Permission.MAKE_MOVE: "Peran Anda pada perkara ini membaca saja, tidak menjalankan langkah.",
    Permission.RECORD_FACT: "Peran Anda pada perkara ini membaca saja, tidak mencatat fakta.",
    Permission.RECORD_EXTERNAL: (
        "Catatan sistem lain ditulis oleh staf penanganan pelanggaran Bawaslu pemilik perkara "
        "atau petugas instansi penerima; peran Anda membacanya saja."
    ),
    Permission.ATTACH: "Dokumen dilampirkan oleh petugas Bawaslu yang menangani perkara.",
    Permission.CORRECT: (
        "Koreksi dilakukan oleh staf atau anggota Bawaslu pemilik perkara, atau oleh petugas "
        "instansi yang sudah menerima penerusan."
    ),
    Permission.ADD_RESPONDENT: (
        "Terlapor ditambahkan oleh staf penanganan pelanggaran Bawaslu pemilik perkara."
    ),
    Permission.MERGE: (
        "Perkara digabung dan dipisah oleh staf penanganan pelanggaran Bawaslu pemilik perkara."
    ),
    Permission.EXCLUDE: (
        "Pengecualian dicatat oleh petugas Bawaslu pemilik perkara atau Bawaslu tingkat atasnya."
    ),
    Permission.ERASE_IDENTITY: "Identitas dihapus oleh anggota Bawaslu pemilik perkara.",
}


def roles_for(act: Permission) -> frozenset[Role]:
    """Return the roles to which an act that concerns no single case is granted; KeyError else."""
    return _ANYWHERE[act]


def may(
    actor: Actor,
    act: Permission,
    towards: Relation | None = None,
    phase: Phase | None = None,
) -> None:
    """Hold that an actor may do this, else raise.

    NotVisible when the case does not exist for them, NotAllowed with the reason when they see it
    and may not. An act on a case without `towards` and `phase` is refused.
    """
    answer = refusal(actor, act, towards, phase)
    if answer is not None:
        raise answer


def refusal(
    actor: Actor,
    act: Permission,
    towards: Relation | None = None,
    phase: Phase | None = None,
) -> NotAllowed | NotVisible | None:
    """Return why an actor may not do this, None when they may: what `may` raises."""
    if act in _ANYWHERE:
        fitting = act not in _KINDS or actor.organisation_kind in _KINDS[act]
        granted = fitting and bool(_ANYWHERE[act] & actor.roles)
        return None if granted else NotAllowed(_REASONS[act])
    seen = fields_visible(actor, towards, phase) if towards and phase else frozenset()
    if not seen:
        return NotVisible()
    return None if _granted(actor, act, towards, seen) else NotAllowed(_REASONS[act])


def _granted(
    actor: Actor, act: Permission, towards: Relation | None, seen: frozenset[Field]
) -> bool:
    if act is Permission.READ_CASE:
        return True
    if act is Permission.READ_DOCUMENT:
        return bool(seen & {Field.LETTERS, Field.EVIDENCE})
    return any(
        grant.act is act and towards in grant.sides and grant.roles & actor.roles
        for grant in GRANTS
    )
