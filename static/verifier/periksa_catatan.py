#!/usr/bin/env python3
"""Check a published log of Netralitas. One file, Python 3.9 or later, nothing to install.

    python3 periksa_catatan.py catatan https://contoh.id/log --kunci KEY --kepala kept.txt
    python3 periksa_catatan.py bukti bukti.json --kunci KEY
    python3 periksa_catatan.py banding older.txt newer.txt --kunci KEY --sumber https://contoh.id/log

A source is the address of the log or a folder with the same files. The log is hashed as RFC 6962
says, laid out as C2SP tlog-tiles, its heads are C2SP signed notes with Ed25519 (RFC 8032). Exit 0:
all is as it must be; 1: something is wrong, and it is said what; 2: nothing could be checked.
"""

import argparse
import base64
import hashlib
import hmac
import http.client
import json
import os
import sys
import time
from urllib.parse import urlsplit

WIDTH, HASH = 256, 32
WORDS = {
    "signature": (
        "{0}: tanda tangan palsu atau kepala diubah. Kepala ini tidak ditandatangani kunci {1}.",
        "{0}: forged signature or changed head. It is not signed by the key {1}.",
    ),
    "note": ("{0}: bukan kepala catatan.", "{0}: this is no head of a log."),
    "key": ("Kunci tidak dapat dibaca: {0}", "The key cannot be read: {0}"),
    "nothing": ("Tidak dapat dibaca: {0}", "Cannot be read: {0}"),
    "cut": (
        "Catatan dipotong: {0} menyatakan {1} daun, tetapi catatan ini hanya {2}.",
        "The log was cut: {0} states {1} leaves, but this log has {2}.",
    ),
    "gone": (
        "Petak {0}/{1} hilang: daun {2} dan sesudahnya tidak ada lagi.",
        "Tile {0}/{1} is gone: leaf {2} and those after it are not there.",
    ),
    "short": (
        "Petak {0}/{1} berisi {2} dari {3} sidik: ada daun yang dihapus atau ditambahkan.",
        "Tile {0}/{1} has {2} of {3} hashes: a leaf was removed or added.",
    ),
    "swapped": (
        "Daun {0} dan {1} ditukar urutannya.",
        "Leaves {0} and {1} were reordered: they changed places.",
    ),
    "leaf": (
        "Daun {0} sampai {1}: ada daun yang diubah; petaknya tidak lagi cocok dengan petak di atasnya.",
        "Leaves {0} to {1}: a leaf was changed; its tile no longer fits the tile above.",
    ),
    "tile": (
        "Petak {0}/{1} tidak cocok dengan daun di bawahnya.",
        "Tile {0}/{1} does not fit the leaves under it.",
    ),
    "root": (
        "{0} ({1} daun) tidak dilanjutkan catatan ini: catatan bercabang, atau diubah di daun {2} sampai {3}.",
        "This log does not continue {0} ({1} leaves): it is forked, or changed in leaves {2} to {3}.",
    ),
    "fork": (
        "Catatan bercabang: dua kepala {0} daun ditandatangani dengan akar yang berbeda.",
        "The log is forked: two heads of {0} leaves were signed with different roots.",
    ),
    "split": (
        "Catatan bercabang: kepala {1} daun bukan lanjutan kepala {0} daun.",
        "The log is forked: the head of {1} leaves does not continue the head of {0} leaves.",
    ),
    "receipt": (
        "Isi tanda terima tidak cocok dengan garam dan daunnya.",
        "What the receipt says does not fit its salt and leaf.",
    ),
    "place": (
        "Daun {0} tidak termuat dalam kepala {1} daun.",
        "Leaf {0} is not in the head of {1} leaves.",
    ),
    "whole": (
        "Utuh: {0} daun, {1} kepala cocok. Kepala terbaru: {2}.",
        "Whole: {0} leaves, {1} heads fit. The newest head: {2}.",
    ),
    "in": (
        "Benar: tanda terima ini ada di daun {0}, tidak berubah, di bawah kepala {1} daun.",
        "Right: this receipt is at leaf {0}, unchanged, under the head of {1} leaves.",
    ),
    "grown": (
        "Benar: kepala {1} daun hanya menambah kepala {0} daun.",
        "Right: the head of {1} leaves only adds to the head of {0} leaves.",
    ),
    "renamed": (
        "Perhatikan: nama catatan berganti dari {0} ke {1}. Baca pernyataannya di /log/pernyataan.",
        "Note: the log was renamed from {0} to {1}. Read the statement at /log/pernyataan.",
    ),
    "unkept": (
        "Kunci diambil dari sumber yang diperiksa; bandingkan dengan salinan lain: {0}",
        "The key comes from the source that is checked; compare it with another copy: {0}",
    ),
}


class Wrong(Exception):
    """Something is not as it must be; the words say what."""


class Unusable(Exception):
    """Nothing can be said: a file or an address cannot be read."""


class Say:
    """Puts things into words, in Indonesian or English."""

    english = False

    def __call__(self, key, *values):
        return WORDS[key][1 if self.english else 0].format(*values)


say = Say()

# Ed25519 (RFC 8032), verification only: on public data, so nothing need be constant in time.
P, Q = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(one, two):
    """Return the sum of two points in extended coordinates."""
    a = (one[1] - one[0]) * (two[1] - two[0]) % P
    b = (one[1] + one[0]) * (two[1] + two[0]) % P
    c, d = 2 * one[3] * two[3] * D % P, 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    """Return a multiple of a point."""
    found = (0, 1, 1, 0)
    while number:
        if number & 1:
            found = add(found, point)
        point, number = add(point, point), number >> 1
    return found


def point_of(data):
    """Return the point that 32 bytes stand for; None when there is none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of(bytes.fromhex("58" + "66" * 31))


def is_signed(public, text, signature):
    """Say whether `signature` is that of the key `public` over `text`."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, first = point_of(public), point_of(signature[:32])
    number = int.from_bytes(signature[32:], "little")
    if key is None or first is None or number >= Q:
        return False
    hashed = hashlib.sha512(signature[:32] + public + text).digest()
    right = add(first, times(int.from_bytes(hashed, "little") % Q, key))
    left = times(number, BASE)
    return not (
        (left[0] * right[2] - right[0] * left[2]) % P
        or (left[1] * right[2] - right[1] * left[2]) % P
    )


# The tree (RFC 6962).
def node(left, right):
    """Return the hash above two hashes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(hashes):
    """Return the root over hashes of one level, of which there is at least one."""
    while len(hashes) > 1:
        pairs = zip(hashes[::2], hashes[1::2])
        above = [hashlib.sha256(b"\x01" + left + right).digest() for left, right in pairs]
        hashes = above + hashes[len(hashes) - len(hashes) % 2 :]
    return hashes[0]


def included(leaf, index, size, proof):
    """Return the root that an inclusion proof leads to; None when it cannot be one."""
    last, rest = size - 1, list(proof)
    if not 0 <= index < size:
        return None
    while last:
        if index % 2 or index < last:
            if not rest:
                return None
            leaf = node(rest.pop(0), leaf) if index % 2 else node(leaf, rest.pop(0))
        index, last = index // 2, last // 2
    return None if rest else leaf


def continues(old, new, proof):
    """Say whether a consistency proof leads from one head to the other."""
    if old["size"] == new["size"]:
        return old["root"] == new["root"]
    hashes = list(proof)
    if old["size"] & (old["size"] - 1) == 0:
        hashes.insert(0, old["root"])
    first, last = old["size"] - 1, new["size"] - 1
    while first % 2:
        first, last = first // 2, last // 2
    if not hashes or not 0 < old["size"] < new["size"]:
        return False
    before = after = hashes[0]
    for digest in hashes[1:]:
        if not last:
            return False
        if first % 2 or first == last:
            before, after = node(digest, before), node(digest, after)
            while first and not first % 2:
                first, last = first // 2, last // 2
        else:
            after = node(after, digest)
        first, last = first // 2, last // 2
    return not last and before == old["root"] and after == new["root"]


# Heads.
def key_of(text):
    """Return name and public key of a verifier key: name, id and key."""
    name, _, rest = text.strip().partition("+")
    try:
        public = base64.b64decode(rest.partition("+")[2], validate=True)
    except ValueError:
        public = b""
    if not name or len(public) != 33 or public[0] != 1:
        raise Unusable(say("key", text.strip()[:80]))
    if rest.partition("+")[0] != key_id(name, public[1:]).hex():
        raise Unusable(say("key", text.strip()[:80]))
    return {"name": name, "public": public[1:]}


def key_id(name, public):
    """Return the four bytes by which a signature names its key."""
    return hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]


def first_name(name):
    """Return what a log was called first: one that was restored has "-" and a number behind it."""
    before, _, number = name.rpartition("-")
    return before if before and number.isdigit() else name


def head_of(note, key, called):
    """Return size, root and name that a signed note states; Wrong when it is not signed."""
    text, parted, lines = note.rpartition("\n\n")
    told = (text + "\n").split("\n")
    try:
        size, root = int(told[1]), base64.b64decode(told[2], validate=True)
    except (ValueError, IndexError):
        raise Wrong(say("note", called)) from None
    if not parted or len(root) != HASH or size < 1 or not told[1].isdigit():
        raise Wrong(say("note", called))
    name = told[0]
    for line in lines.splitlines():
        try:
            mark = base64.b64decode(line.rpartition(" ")[2], validate=True)
        except ValueError:
            continue
        named = line.startswith(f"— {name} ") and mark[:4] == key_id(name, key["public"])
        same = first_name(name) == first_name(key["name"])
        if named and same and is_signed(key["public"], (text + "\n").encode(), mark[4:]):
            return {"size": size, "root": root, "name": name, "called": called}
    raise Wrong(say("signature", called, key["name"]))


# Sources.
class Source:
    """A folder with the files of a log, or its address."""

    def __init__(self, place):
        self.place, self.line = place.rstrip("/"), None

    def read(self, path):
        """Return the bytes at a path below the source; None where there are none."""
        if not self.place.startswith(("http://", "https://")):
            try:
                with open(os.path.join(self.place, *path.split("/")), "rb") as file:
                    return file.read()
            except OSError:
                return None
        for wait in (1, 2, 4, 8, 16, 32):
            try:
                answer, body = self._ask(path)
            except (OSError, http.client.HTTPException) as error:
                self.line = None
                if wait == 32:
                    raise Unusable(say("nothing", f"{self.place}/{path}: {error}")) from None
                self._wait(wait / 4)
                continue
            if answer.status in (429, 503):
                self._wait(int(answer.getheader("Retry-After") or wait))
                continue
            return body if answer.status == 200 else None
        raise Unusable(say("nothing", f"{self.place}/{path}"))

    def _wait(self, seconds):
        """Wait before asking again: a site lets each address fetch so many tiles at a time."""
        time.sleep(min(60, seconds))  # as the site asks; this program does nothing else

    def _ask(self, path):
        """Ask over one connection that is kept."""
        parts = urlsplit(self.place)
        if self.line is None:
            kind = http.client.HTTPSConnection if parts.scheme == "https" else None
            self.line = (kind or http.client.HTTPConnection)(parts.netloc, timeout=30)
        self.line.request("GET", f"{parts.path}/{path}")
        answer = self.line.getresponse()
        return answer, answer.read()

    def text(self, path):
        """Return a file as text; Unusable where there is none."""
        body = self.read(path)
        if body is None:
            raise Unusable(say("nothing", f"{self.place}/{path}"))
        return body.decode("utf-8", "replace")

    def tile(self, level, position, width):
        """Return the first `width` hashes of a tile; Wrong when they are not all there."""
        path = tile_path(level, position)
        body = self.read(path if width == WIDTH else f"{path}.p/{width}")
        if body is None:
            first = position * WIDTH ** (level + 1)
            raise Wrong(say("gone", level, position, first))
        if len(body) != width * HASH:
            raise Wrong(say("short", level, position, len(body) // HASH, width))
        return [body[start : start + HASH] for start in range(0, len(body), HASH)]


def tile_path(level, position):
    """Return where a tile lies: 1234067 is x001/x234/067."""
    parts = [f"{position % 1000:03}"]
    while position >= 1000:
        position //= 1000
        parts.insert(0, f"x{position % 1000:03}")
    return f"tile/{level}/{'/'.join(parts)}"


class Growing:
    """The tree as far as it was read: the unfinished tile of each level."""

    def __init__(self, source, size):
        self.source, self.size, self.read, self.levels = source, size, 0, []
        self.above = {}

    def grow(self, until):
        """Read leaves up to `until`, tile by tile, and compare each tile with the one above."""
        while self.read < until:
            position, begun = divmod(self.read, WIDTH)
            width = min(WIDTH, self.size - position * WIDTH)
            hashes = self.source.tile(0, position, width)
            if width == WIDTH and not begun:
                self._compare(position, hashes)
            taken = hashes[begun : min(width, until - position * WIDTH)]
            self.read += len(taken)
            self._append(0, taken)

    def _append(self, level, hashes):
        if level == len(self.levels):
            self.levels.append([])
        self.levels[level].extend(hashes)
        if len(self.levels[level]) == WIDTH:
            full, self.levels[level] = self.levels[level], []
            self._append(level + 1, [root_of(full)])

    def root(self):
        """Return the root over what was read."""
        below = []
        for level in self.levels:
            hashes = level + below
            below = [root_of(hashes)] if hashes else []
        return below[0]

    def _compare(self, position, hashes):
        """Hold that the tile above says the same of these leaves."""
        place, index = divmod(position, WIDTH)
        if place not in self.above:
            count = self.size // WIDTH - place * WIDTH
            self.above = {place: self.source.tile(1, place, min(WIDTH, count))}
        wanted = self.above[place][index]
        if root_of(hashes) != wanted:
            first = position * WIDTH
            pair = swapped(hashes, wanted)
            if pair:
                raise Wrong(say("swapped", first + pair[0], first + pair[1]))
            raise Wrong(say("leaf", first, first + WIDTH - 1))


def swapped(hashes, wanted):
    """Return two places whose exchange gives the wanted root; None when it is not that."""
    for one in range(WIDTH):
        for two in range(one + 1, min(WIDTH, one + 33)):
            changed = list(hashes)
            changed[one], changed[two] = changed[two], changed[one]
            if root_of(changed) == wanted:
                return one, two
    return None


# What can be asked.
def check_log(source, key, kept):
    """Check a whole log, and that it continues every head that was kept."""
    newest = head_of(source.text("checkpoint"), key, "checkpoint")
    heads = [newest, *kept]
    listed = source.read("kepala.jsonl") or b""
    for line in listed.decode().splitlines():
        told = json.loads(line)
        heads.append(head_of(told["note"], key, f"kepala {told['size']}"))
    for head in heads:
        if head["size"] > newest["size"]:
            raise Wrong(say("cut", head["called"], head["size"], newest["size"]))
    tree, whole = Growing(source, newest["size"]), 0
    for head in sorted(heads, key=lambda one: one["size"]):
        tree.grow(head["size"])
        if tree.root() != head["root"]:
            same = [one for one in heads if one["size"] == head["size"]]
            if len({one["root"] for one in same}) > 1:
                raise Wrong(say("fork", head["size"]))
            raise Wrong(say("root", head["called"], head["size"], whole, head["size"] - 1))
        whole = head["size"]
    check_tiles(source, newest["size"], tree)
    for name in sorted({head["name"] for head in heads} - {newest["name"]}):
        print(say("renamed", name, newest["name"]))
    day = base64.b64encode(newest["root"]).decode()
    return say("whole", newest["size"], len({head["size"] for head in heads}), day)


def check_tiles(source, size, tree):
    """Hold that the unfinished tiles above the leaves are what was computed."""
    for level, hashes in enumerate(tree.levels):
        if level and hashes:
            position = size // WIDTH ** (level + 1)
            if source.tile(level, position, len(hashes)) != hashes:
                raise Wrong(say("tile", level, position))


def decoded(told):
    """Return the hashes of a proof."""
    return [base64.b64decode(one) for one in told]


def check_receipt(proof, key, kept, source):
    """Check the proof that the holder of a receipt took home."""
    newest, day = (head_of(proof[name], key, name) for name in ("checkpoint", "day_checkpoint"))
    if not continues(day, newest, decoded(proof["consistency"])):
        raise Wrong(say("split", day["size"], newest["size"]))
    receipt = proof["receipt"]
    salt = bytes.fromhex(receipt["salt"])
    promise = hmac.new(salt, receipt["said"].encode(), "sha256").digest()
    leaf = hashlib.sha256(b"\x00" + promise).digest()
    if leaf.hex() != receipt["leaf"]:
        raise Wrong(say("receipt"))
    for each in filter(None, (receipt, proof.get("case"))):
        leaf, position = bytes.fromhex(each["leaf"]), each["position"]
        found = included(leaf, position, newest["size"], decoded(each["inclusion"]))
        if found != newest["root"]:
            raise Wrong(say("place", position, newest["size"]))
    for head in kept:
        compare(*sorted((head, newest), key=lambda one: one["size"]), source)
    return say("in", receipt["position"], newest["size"])


def compare(old, new, source):
    """Hold that the newer of two heads continues the older one."""
    if old["size"] == new["size"]:
        if old["root"] != new["root"]:
            raise Wrong(say("fork", old["size"]))
        return say("grown", old["size"], new["size"])
    if source is None:
        raise Unusable(say("nothing", "--sumber"))
    told = source.read(f"konsistensi/{old['size']}/{new['size']}")
    if told is not None:
        right = continues(old, new, decoded(json.loads(told)["proof"]))
    else:
        size = head_of(source.text("checkpoint"), {"name": new["name"], **source.key}, "checkpoint")
        tree, right = Growing(source, size["size"]), True
        for head in (old, new):
            tree.grow(head["size"])
            right = right and tree.root() == head["root"]
    if not right:
        raise Wrong(say("split", old["size"], new["size"]))
    return say("grown", old["size"], new["size"])


def asked(arguments):
    """Return what was asked at the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--en", action="store_true", help="English messages")
    ways = parser.add_subparsers(dest="way", required=True)
    for way, names, help_text in (
        ("catatan", ["source"], "a whole log: folder or address"),
        ("bukti", ["file"], "the proof of a receipt"),
        ("banding", ["older", "newer"], "two heads"),
    ):
        one = ways.add_parser(way, help=help_text)
        for name in names:
            one.add_argument(name)
        one.add_argument("--kunci", help="the key of the log, or a file with it")
        one.add_argument("--kepala", action="append", default=[], help="a head that was kept")
        one.add_argument("--sumber", help="folder or address of the log")
        one.add_argument("--en", action="store_true", default=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def read_text(path):
    """Return a file of ours as text; Unusable when it cannot be read."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError as error:
        raise Unusable(say("nothing", f"{path}: {error.strerror}")) from None


def answered(told):
    """Return the sentence that answers what was asked; Wrong, Unusable."""
    place = getattr(told, "source", None) or told.sumber
    source = Source(place) if place else None
    given = told.kunci or ""
    if given:
        key = key_of(read_text(given) if os.path.exists(given) else given)
    elif source:
        key = key_of(source.text("kunci.txt"))
        print(say("unkept", source.text("kunci.txt").strip()))
    else:
        raise Unusable(say("key", "--kunci"))
    if source:
        source.key = {"public": key["public"]}
    kept = [head_of(read_text(path), key, os.path.basename(path)) for path in told.kepala]
    if told.way == "catatan":
        return check_log(source, key, kept)
    if told.way == "bukti":
        return check_receipt(json.loads(read_text(told.file)), key, kept, source)
    heads = [head_of(read_text(path), key, path) for path in (told.older, told.newer)]
    return compare(*sorted(heads, key=lambda head: head["size"]), source)


def main(arguments=None):
    """Say what was found, and return the exit code."""
    told = asked(arguments)
    say.english = told.en
    try:
        print(answered(told))
    except Wrong as wrong:
        print(wrong)
        return 1
    except (Unusable, ValueError, KeyError, TypeError, AttributeError) as error:
        print(error if isinstance(error, Unusable) else say("nothing", repr(error)))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
