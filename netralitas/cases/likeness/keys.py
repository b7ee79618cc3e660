"""Keys by which equal things are found though written otherwise: names of people, posts on the web.

Pure. Two spellings of one name share at least one key; two addresses of one post have the same.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final
from unicodedata import combining, normalize
from urllib.parse import parse_qsl, urlencode, urlsplit

_PARTS: Final = re.compile(r"[^\W\d_]+")
_INSIDE_A_WORD: Final = str.maketrans("", "", "'`\u00b4\u2018\u2019\u02bb\u02bc")
# Titles before a name and degrees after it, as their letters read without dots and spaces.
_WRITTEN_TITLES: Final = """
    dr drs dra drg drh ir h hj haji hajah prof kh ust ustadz ustazah bapak ibu sdr sdri apt ns
    se sh ss st sp si sm ssi ssos spd spdi sag ssy shi sei sip sik sap sab sak sstp sttp stp spi spt
    shut skom sikom spsi skm sked skep sfarm sgz skh std stk ssn skpm sth sthi sfil sarl shum
    strkeb strkep strip amd amk amkeb amdkep amdkeb ama ba bsc ca ak cpa ma mm mh mt msi msc mpd
    mpdi mag map mkes mkom mikom mhum mba mak mec mep mkn mph mpsi msn mfil mtrip mip maps mmsi
    lc phd
"""
_TITLES: Final = frozenset(_WRITTEN_TITLES.split())
_LONGEST_TITLE: Final = 4
# Spellings of before 1972, and how Arabic names vary.
_SPELLINGS: Final = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("ch", "kh"),
)  # fmt: skip
_DOUBLED: Final = re.compile(r"(.)\1+")
_SHORT_FOR: Final = {
    **dict.fromkeys(
        ("moh", "muh", "mohd", "muhd", "mohamad", "mokhamad", "mukhamad", "mohamed"), "muhamad"
    ),
    "abd": "abdul",
}
_LONGEST_KEY: Final = 60

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST: Final = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}")
_SAME_SITE: Final = re.compile(r"^(?:(?:www|m|mobile|web|mbasic)\.)+(?=[^.]+\.)")
_OTHER_NAMES: Final = {"fb.com": "facebook.com", "twitter.com": "x.com"}
_TRACKING: Final = re.compile(
    r"utm_.*|fbclid|gclid|igsh|igshid|si|mibextid|ref|ref_src|ref_url|feature|s|t|hl|lang|locale"
    r"|_rdr|_rdc|__tn__|__cft__.*|__xts__.*|share_id|sfnsn|_r|_t|is_from_webapp|sender_device|app"
    r"|pp|ab_channel|extid|rdid|img_index",
    re.IGNORECASE,
)
_VIDEO: Final = re.compile(r"(?:youtu\.be|youtube\.com/(?:shorts|live|embed))/([\w-]+)")
_LONGEST_LINK: Final = 300
_IN_TEXT: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/[^\s<>\"']+", re.IGNORECASE
)
_AROUND: Final = ".,;:!?)]}…"


def name_keys(name: str) -> frozenset[str]:
    """Return the words of an Indonesian name as they are compared; empty without a letter.

    Case, marks, titles, degrees, old spelling and doubled letters do not count; initials count
    only where nothing else is known.
    """
    parts = _PARTS.findall(_plain(name))
    untitled = list(_without_titles(parts))
    words = [part for part in untitled if len(part) > 1]
    return frozenset(_spelled(part) for part in words or untitled or parts)


def plain_name(name: str) -> str:
    """Return the name as names are compared as a whole: its keys in their alphabetical order."""
    return " ".join(sorted(name_keys(name)))


def link_key(address: str) -> str | None:
    """Return the address of a post without what differs from one copy of it to the next.

    Scheme, case of the host, names of its telephone version, tracking, fragment and a last slash
    do not count. None for what is no address on the web, or names a whole site.
    """
    address = address.strip()
    try:
        split = urlsplit(address if _SCHEME.match(address) else f"https://{address}")
        host = _site((split.hostname or "").rstrip("."))
    except ValueError:
        return None
    query = _query(split.query)
    path = re.sub(r"/{2,}", "/", split.path).rstrip("/")
    if split.scheme not in {"http", "https"} or not _HOST.fullmatch(host) or not (path or query):
        return None
    key = host + (path or "/") + (f"?{query}" if query else "")
    key = _VIDEO.sub(r"youtube.com/watch?v=\1", key, count=1) if _VIDEO.fullmatch(key) else key
    if len(key) <= _LONGEST_LINK:
        return key
    return f"{host[:_LONGEST_KEY]}/{sha256(key.encode(errors='replace')).hexdigest()}"


def links_in(text: str) -> frozenset[str]:
    """Return the keys of the addresses of posts that stand in a text."""
    found = (link_key(written.rstrip(_AROUND)) for written in _IN_TEXT.findall(text))
    return frozenset(key for key in found if key is not None)


def _plain(name: str) -> str:
    letters = normalize("NFKD", name.lower()).translate(_INSIDE_A_WORD)
    return "".join(letter for letter in letters if not combining(letter)).lower()


def _without_titles(parts: list[str]) -> Iterator[str]:
    """Yield the parts that belong to no title; a title may be written in several: S. Pd. I."""
    place = 0
    while place < len(parts):
        taken = _title_at(parts, place)
        if not taken:
            yield parts[place]
        place += taken or 1


def _title_at(parts: list[str], place: int) -> int:
    """Return of how many parts the title consists that begins there; 0 where none does."""
    longest = _LONGEST_TITLE if len(parts[place]) <= 2 else 1  # "S", "A", "Ph" begin longer ones
    for taken in range(longest, 0, -1):
        if "".join(parts[place : place + taken]) in _TITLES:
            return min(taken, len(parts) - place)
    return 0


def _spelled(word: str) -> str:
    """Return the word in one spelling, whichever it was written in."""
    before = ""
    while word != before:
        before = word
        for old, new in _SPELLINGS:
            word = word.replace(old, new)
        word = _DOUBLED.sub(r"\1", word)
    return _SHORT_FOR.get(word, word)[:_LONGEST_KEY]


def _site(host: str) -> str:
    host = _SAME_SITE.sub("", host.lower())
    return _OTHER_NAMES.get(host, host)


def _query(query: str) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    return urlencode(sorted(kept))
