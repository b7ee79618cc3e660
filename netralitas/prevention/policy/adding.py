"""What is put beside an activity: files, posts, what shows a duty, what came of it."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from netralitas.law.words import day
from netralitas.prevention.domain import Achieved, FileUse, NewFile, NewPost, Proof
from netralitas.prevention.policy.planning import check_cost
from netralitas.prevention.policy.problems import add, type_problems

PDF: Final = "application/pdf"
VIEWED: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_SHARED: Final = VIEWED | {
    PDF,
    f"{_OFFICE}wordprocessingml.document",
    f"{_OFFICE}spreadsheetml.sheet",
}
_LONGEST: Final = 500


def sharable(use: FileUse, media_type: str) -> bool:
    """Say whether a file can be in the public library: a material to be read, not a recording."""
    return use is FileUse.MATERIAL and media_type in _SHARED


def file_problems(new: NewFile, media_type: str) -> Mapping[str, list[str]]:
    """Return what is wrong with a file of an activity; its type is by content."""
    found: type_problems = {}
    if new.use is FileUse.PHOTO and media_type not in VIEWED:
        add(found, "file", "Foto harus berupa JPEG, PNG, atau WEBP.")
    if new.shared and new.use is not FileUse.MATERIAL:
        add(found, "shared", "Hanya bahan yang dapat dibagikan; foto dan daftar memuat orang.")
    elif new.shared and not sharable(new.use, media_type):
        add(found, "shared", "Yang dapat dibagikan: PDF, gambar, DOCX, dan XLSX.")
    return found


def post_problems(new: NewPost, today: date) -> Mapping[str, list[str]]:
    """Return what is wrong with a post: its address, its day, how many it reached."""
    found: type_problems = {}
    if not _is_address(new.address):
        add(found, "address", "Tulis alamat unggahan lengkap yang diawali https://.")
    if new.posted_on > today:
        sentence = f"Tanggal unggahan tidak boleh sesudah hari ini ({day(today)})."
        add(found, "posted_on", sentence)
    if new.reach is not None or new.reach_on is not None:
        _check_reach(found, new.reach, new.reach_on, new.posted_on, today)
    return found


def reach_problems(
    reach: int | None, reach_on: date | None, posted_on: date, today: date
) -> Mapping[str, list[str]]:
    """Return what is wrong with how many a post reached, as of a day."""
    found: type_problems = {}
    _check_reach(found, reach, reach_on, posted_on, today)
    return found


def proof_problems(
    proof: Proof, files: Collection[int], posts: Collection[int]
) -> Mapping[str, list[str]]:
    """Return what is wrong with what shows a duty: it is of this activity, and it is something."""
    found: type_problems = {}
    if proof == Proof():
        add(found, "", "Isi catatan, atau pilih berkas atau unggahan yang membuktikannya.")
    if proof.file is not None and proof.file not in files:
        add(found, "file", "Berkas ini tidak ada pada kegiatan ini. Pilih lagi.")
    if proof.post is not None and proof.post not in posts:
        add(found, "post", "Unggahan ini tidak ada pada kegiatan ini. Pilih lagi.")
    return found


def achieved_problems(said: Achieved) -> Mapping[str, list[str]]:
    """Return what is wrong with what an activity is said to have cost."""
    found: type_problems = {}
    check_cost(found, said.fund, said.cost)
    return found


def _check_reach(
    found: type_problems, reach: int | None, on: date | None, posted_on: date, today: date
) -> None:
    if reach is None:
        add(found, "reach", "Isi jangkauannya, atau kosongkan juga tanggalnya.")
    elif reach < 0:
        add(found, "reach", "Jangkauan tidak boleh kurang dari nol.")
    if on is None:
        add(found, "reach_on", "Isi tanggal saat jangkauan itu terlihat.")
    elif on > today:
        add(found, "reach_on", f"Tanggal jangkauan tidak boleh sesudah hari ini ({day(today)}).")
    elif on < posted_on:
        add(found, "reach_on", "Tanggal jangkauan tidak boleh sebelum tanggal unggahan.")


def _is_address(typed: str) -> bool:
    """Say whether something is a web address that can be linked to: https, a host, no password."""
    if len(typed) > _LONGEST or not typed.isprintable() or " " in typed or "\\" in typed:
        return False
    try:
        parts = urlsplit(typed)
        named = bool(parts.hostname) and "." in (parts.hostname or "") and parts.port is None
    except ValueError:
        return False
    return parts.scheme == "https" and named and "@" not in parts.netloc
