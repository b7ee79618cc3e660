"""Passwords that are long enough and still among the first that anybody tries: pure.

No list of breached passwords is at hand; what such lists begin with is recognised by how it is
made: a repetition, keys or letters in a row, or one or two common words with digits around them.
"""

from itertools import pairwise
from typing import Final

_FEW: Final = 5  # different characters
_LONGEST_UNIT: Final = 6
_IN_A_ROW: Final = 4  # neighbours, from which on they are counted as one row
_ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789",
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
)
_AS_LETTERS: Final = str.maketrans("013457@$!", "oleastasi")
_WORDS: Final = frozenset(
    {
        *("aceh", "administrator", "admin", "akun", "alhamdulillah", "allah", "anggota"),
        *("anjing", "asdf", "asdfgh", "asn", "assalamualaikum", "bali", "bandung", "bangsa"),
        *("bapak", "baseball", "batman", "bawaslu", "bismillah", "bogor", "bola", "borneo"),
        *("cantik", "changeme", "cinta", "computer", "default", "demo", "doraemon", "dragon"),
        *("facebook", "football", "ganteng", "garuda", "google", "hacker", "hallo", "halo"),
        *("hello", "ibu", "iloveyou", "indonesia", "internet", "islam", "jakarta", "jawa"),
        *("juara", "kabupaten", "kampung", "kantor", "kasih", "katasandi", "kecamatan"),
        *("kelurahan", "keluarga", "komputer", "kota", "kpu", "letmein", "login", "mama"),
        *("manis", "manusia", "master", "medan", "merah", "merdeka", "michael", "monkey"),
        *("muhammad", "negara", "negeri", "netralitas", "operator", "pancasila", "papa"),
        *("pass", "password", "pegawai", "pemda", "pemilihan", "pemilu", "pengawas", "persib"),
        *("persija", "pilkada", "pikachu", "pns", "princess", "provinsi", "putih", "qwerty"),
        *("qwertyuiop", "rahasia", "republik", "root", "sandi", "satu", "sayang", "sayangku"),
        *("secret", "selamanya", "selamat", "selamatdatang", "selamatpagi", "semangat"),
        *("server", "shadow", "soccer", "staf", "starwars", "sunshine", "superman", "surabaya"),
        *("system", "terimakasih", "test", "testing", "tuhan", "user", "welcome", "whatever"),
        *("zxcvbn", "zxcvbnm"),
    }
)


def is_guessed_first(password: str) -> bool:
    """Say whether a password is a repetition, a row of keys, or one or two common words."""
    plain = "".join(password.casefold().split())
    return len(set(plain)) < _FEW or _repeats(plain) or _in_rows(plain) or _of_words(plain)


def _repeats(plain: str) -> bool:
    for size in range(1, _LONGEST_UNIT + 1):
        times = -(-len(plain) // size)
        if len(plain) >= 2 * size and (plain[:size] * times)[: len(plain)] == plain:
            return True
    return False


def _in_rows(plain: str) -> bool:
    """Whether it falls into runs of keys or letters that lie side by side, each of some length."""
    breaks = sum(not _beside(pair) for pair in pairwise(plain))
    return breaks < len(plain) // _IN_A_ROW


def _beside(pair: tuple[str, str]) -> bool:
    there, back = "".join(pair), "".join(reversed(pair))
    return any(there in row or back in row for row in _ROWS)


def _of_words(plain: str) -> bool:
    bare = {plain, plain.strip("0123456789!?.,-_*#@$&+")}
    spelled = {"".join(filter(str.isalpha, each.translate(_AS_LETTERS))) for each in bare} | {
        "".join(filter(str.isalpha, each)) for each in bare
    }
    return any(map(_one_or_two, filter(None, spelled)))


def _one_or_two(letters: str) -> bool:
    if letters in _WORDS:
        return True
    return any(letters[:at] in _WORDS and letters[at:] in _WORDS for at in range(1, len(letters)))
