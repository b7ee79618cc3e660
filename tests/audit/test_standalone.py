"""The verifier that anybody runs on published files: what is right passes, the rest is named."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from netralitas.audit import merkle
from tests.audit.published import (
    KEY,
    NAME,
    leaves,
    note,
    publish,
    receipt_proof,
    run,
    tile_path,
)

SIZE = 5 * 256
HASH = 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An honest log of 1,280 leaves, published three times."""
    place = tmp_path / "log"
    place.mkdir()
    publish(place, leaves(SIZE), 256, 1024)
    return place


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def kept(folder: Path, text: str, name: str = "lama.txt") -> Path:
    path = folder.parent / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_honest_log_is_whole_in_both_languages(folder: Path) -> None:
    old = kept(folder, note(leaves(SIZE)[:512]))
    found = run("catatan", folder, "--kepala", old)
    assert (found.code, found.text.split(":")[0]) == (0, "Utuh")
    assert "1280 daun, 4 kepala cocok" in found.text
    assert "Whole: 1280 leaves" in run("--en", "catatan", folder).text
    assert "Whole: 1280 leaves" in run("catatan", folder, "--en").text


def test_a_log_whose_last_tile_is_not_full_is_whole(tmp_path: Path) -> None:
    publish(tmp_path, leaves(700), 300)
    assert run("catatan", tmp_path).code == 0


def change(tile: bytes) -> bytes:
    return tile[: 7 * HASH] + b"x" * HASH + tile[8 * HASH :]


def remove(tile: bytes) -> bytes:
    return tile[: 7 * HASH] + tile[8 * HASH :]


def reorder(tile: bytes) -> bytes:
    one, two = tile[7 * HASH : 8 * HASH], tile[9 * HASH : 10 * HASH]
    return tile[: 7 * HASH] + two + tile[8 * HASH : 9 * HASH] + one + tile[10 * HASH :]


@pytest.mark.parametrize(
    ("attack", "said"),
    [
        (change, "Daun 512 sampai 767: ada daun yang diubah"),
        (remove, "Petak 0/2 berisi 255 dari 256 sidik: ada daun yang dihapus"),
        (reorder, "Daun 519 dan 521 ditukar urutannya"),
    ],
)
def test_a_tile_that_was_touched_is_named(
    folder: Path, attack: Callable[[bytes], bytes], said: str
) -> None:
    path = tile_path(folder, 0, 2, 256)
    path.write_bytes(attack(path.read_bytes()))
    found = run("catatan", folder)
    assert found.code == 1
    assert said in found.text


@pytest.mark.parametrize("change", ["changed", "removed", "reordered"])
def test_a_log_that_was_computed_anew_does_not_continue_its_heads(
    folder: Path, change: str
) -> None:
    honest = leaves(SIZE)
    forged = list(honest)
    if change == "changed":
        forged[600] = merkle.leaf_hash(b"another")
    elif change == "removed":
        del forged[600]
        forged.append(merkle.leaf_hash(b"one more"))
    else:
        forged[600], forged[601] = forged[601], forged[600]
    publish(folder, forged, 256)
    found = run("catatan", folder, "--kepala", kept(folder, note(honest[:1024])))
    assert found.code == 1
    assert "lama.txt (1024 daun) tidak dilanjutkan catatan ini" in found.text
    assert "daun 256 sampai 1023" in found.text


def test_a_cut_tree_and_a_tile_that_is_gone_are_named(folder: Path) -> None:
    old = kept(folder, note(leaves(SIZE)))
    publish(folder, leaves(1024), 256)
    found = run("catatan", folder, "--kepala", old)
    assert (found.code, "Catatan dipotong" in found.text) == (1, True)
    tile_path(folder, 0, 3, 256).unlink()
    found = run("catatan", folder)
    assert (found.code, "Petak 0/3 hilang: daun 768" in found.text) == (1, True)


def test_a_forked_head_is_named(folder: Path) -> None:
    other = kept(folder, note(leaves(SIZE, b"other")))
    found = run("catatan", folder, "--kepala", other)
    assert (found.code, "Catatan bercabang" in found.text) == (1, True)
    found = run("banding", other, folder / "checkpoint", "--sumber", folder)
    assert (found.code, "akar yang berbeda" in found.text) == (1, True)
    earlier = kept(folder, note(leaves(512, b"other")))
    found = run("banding", earlier, folder / "checkpoint", "--sumber", folder)
    assert (found.code, "bukan lanjutan kepala 512 daun" in found.text) == (1, True)
    honest = kept(folder, note(leaves(SIZE)[:512]))
    assert run("banding", folder / "checkpoint", honest, "--sumber", folder).code == 0


def test_a_forged_signature_and_a_changed_byte_are_named(folder: Path) -> None:
    path = folder / "checkpoint"
    right = path.read_text(encoding="utf-8")
    for wrong in (
        note(leaves(SIZE), b"\1" * 32),
        note(leaves(SIZE), name="lain"),
        right.replace("1280", "1281"),
        right.replace("\n\n", "\nlagi\n\n"),
        right[:-6] + ("A" if right[-6] != "A" else "B") + right[-5:],
    ):
        path.write_text(wrong, encoding="utf-8")
        found = run("catatan", folder)
        assert (found.code, "tanda tangan palsu" in found.text) == (1, True), wrong
    path.write_text("bukan kepala", encoding="utf-8")
    assert "bukan kepala catatan" in run("catatan", folder).text


def test_a_log_that_goes_on_under_a_new_name_says_so(folder: Path) -> None:
    (folder / "checkpoint").write_text(note(leaves(SIZE), name=f"{NAME}-2"), encoding="utf-8")
    found = run("catatan", folder)
    assert found.code == 0
    assert f"nama catatan berganti dari {NAME} ke {NAME}-2" in found.text


def test_a_receipt_is_in_and_every_change_of_its_proof_is_named(folder: Path) -> None:
    proof = receipt_proof(leaves(SIZE), 256)
    path = folder.parent / "bukti.json"

    def said(changed: object) -> tuple[int, str]:
        path.write_text(json.dumps(changed), encoding="utf-8")
        found = run("bukti", path, "--kepala", folder / "checkpoint")
        return found.code, found.text

    assert said(proof)[0] == 0
    receipt = proof["receipt"]
    for changed, words in (
        ({"said": receipt["said"] + "isi lain\n"}, "Isi tanda terima tidak cocok"),
        ({"salt": "00" * 32}, "Isi tanda terima tidak cocok"),
        ({"position": 6}, "Daun 6 tidak termuat"),
        ({"position": 10**40}, "tidak termuat"),
        ({"position": -1}, "tidak termuat"),
        ({"inclusion": receipt["inclusion"][:-1]}, "tidak termuat"),
    ):
        code, text = said({**proof, "receipt": {**receipt, **changed}})
        assert (code, words in text) == (1, True), (changed, text)
    assert "bukan lanjutan" in said({**proof, "consistency": []})[1]
    forked = {**proof, "checkpoint": note(leaves(SIZE, b"other"))}
    assert said(forked)[0] == 1
    assert said({})[0] == said([])[0] == said({**proof, "checkpoint": 1})[0] == 2


def test_a_log_is_checked_at_its_address(folder: Path) -> None:
    with serving(folder) as address:
        assert run("catatan", address).code == 0
        tile_path(folder, 0, 3, 256).unlink()
        found = run("catatan", address)
    assert (found.code, "Petak 0/3 hilang" in found.text) == (1, True)


def test_what_cannot_be_read_is_told_apart_from_what_is_wrong(tmp_path: Path) -> None:
    assert run("catatan", tmp_path).code == 2
    assert run("bukti", tmp_path / "none.json").code == 2
    assert run("catatan", tmp_path, key=KEY[:-4] + "AAA=").code == 2
    assert run("catatan", "http://127.0.0.1:1/log", key="x").code == 2
