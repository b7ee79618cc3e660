"""Where the embedded server cannot run as asked it finds a way or says so in one sentence."""

import dataclasses
import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netralitas.database import embedded_programs
from netralitas.database.embedded import EmbeddedError, EmbeddedServer, remove
from netralitas.database.embedded_errors import last_words, one_sentence
from netralitas.database.embedded_life import take_alive
from netralitas.database.embedded_paths import layout, make_private, place, socket_folder
from netralitas.database.embedded_programs import Account, find_account, programs
from netralitas.database.embedded_start import Starter

Ask = Callable[..., object]
FAST = {"fsync": "off", "max_connections": "30", "shared_buffers": "16MB"}

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root switches the account")


def server(folder: Path, patience: float = 60) -> EmbeddedServer:
    return EmbeddedServer(folder, settings=FAST, patience=patience)


@contextmanager
def moved(made: Path, data: Path) -> Iterator[Path]:
    """Lend the folder under another name."""
    made.rename(data)
    try:
        yield data
    finally:
        data.rename(made)


@pytest.mark.parametrize("name", ["x" * 100, "a,b", "dengan spasi", "%41", "é"])
def test_a_path_that_no_socket_can_have_works(
    folder: Path, stopped: Path, ask: Ask, name: str
) -> None:
    with moved(stopped, folder.parent / name) as data, server(data) as running:
        assert ask(running.dsn(), "SELECT 1") == 1
        socket = layout(data).socket
        assert data not in socket.parents
        assert stat.S_IMODE(socket.stat().st_mode) == 0o700
    assert not socket.exists()


@pytest.mark.parametrize("plant", ["open folder", "link"])
def test_a_socket_folder_that_somebody_planted_is_not_used(
    folder: Path, stopped: Path, plant: str
) -> None:
    with moved(stopped, folder.parent / ("x" * 100)) as data:
        planted = socket_folder(data)
        if plant == "link":
            planted.symlink_to(folder.parent)
        else:
            planted.mkdir()
            planted.chmod(0o777)
        try:
            with pytest.raises(EmbeddedError, match="mode 0700: remove it"):
                server(data).start()
        finally:
            planted.unlink() if plant == "link" else planted.rmdir()


def test_data_of_another_major_version_names_the_way_out(stopped: Path) -> None:
    version = stopped / "pg" / "PG_VERSION"
    version.write_text("16\n")
    with pytest.raises(EmbeddedError, match=r"PostgreSQL 16 .* dump it"):
        server(stopped).start()
    version.write_text("18\n")


def test_data_of_another_account_names_the_account(stopped: Path) -> None:
    found = layout(stopped)
    other = dataclasses.replace(found.account, uid=found.account.uid + 1)
    starter = Starter(
        layout=dataclasses.replace(found, account=other),
        settings={},
        patience=1,
        progress=lambda _: None,
    )
    with pytest.raises(EmbeddedError, match=f"belongs to the account {found.account.name}"):
        starter.ensure()


@root_only
def test_a_user_s_data_is_not_opened_by_root(stopped: Path) -> None:
    account = find_account()
    for path in (stopped, stopped / "pg"):  # the server's account cannot even enter it
        os.chown(path, 0, 0)
    with pytest.raises(EmbeddedError, match="belongs to the account root"):
        server(stopped).start()
    for path in (stopped, stopped / "pg"):
        os.chown(path, account.uid, account.gid)


def test_what_is_no_database_is_left_alone(folder: Path) -> None:
    account = find_account()
    make_private(folder, account)
    make_private(folder / "pg", account)
    (folder / "pg" / "letter.txt").write_text("dear")
    with pytest.raises(EmbeddedError, match="not a PostgreSQL database"):
        server(folder).start()
    assert (folder / "pg" / "letter.txt").read_text() == "dear"


def test_a_file_in_the_way_is_one_sentence(folder: Path) -> None:
    folder.write_text("")
    with pytest.raises(EmbeddedError, match=r"cannot be kept in .*: give another folder"):
        server(folder / "deeper").start()


def test_a_full_disk_is_one_sentence(folder: Path) -> None:
    assert "is full" in last_words(folder, "initdb: error: write: No space left on device\n")
    with pytest.raises(EmbeddedError, match="is full"), one_sentence(folder):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_postgresql_refuses_is_said(stopped: Path) -> None:
    with pytest.raises(EmbeddedError, match=r"it said: .*nonsense"):
        EmbeddedServer(stopped, settings={"nonsense": "1"}).start()
    with server(stopped) as running:  # nothing of it is left
        assert running.answers()


def test_a_server_that_lives_but_never_answers_is_not_waited_for_for_ever(stopped: Path) -> None:
    alive = take_alive(layout(stopped))
    assert alive is not None
    try:
        with pytest.raises(EmbeddedError, match="did not answer"):
            server(stopped, patience=0.1).start()
    finally:
        os.close(alive)


@root_only
def test_root_keeps_unreachable_data_where_its_account_can_go(
    folder: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = folder.parent / "root"
    private.mkdir(mode=0o700)
    system = folder.parent / "system"
    for module in ("embedded_programs", "embedded_paths"):
        monkeypatch.setattr(f"netralitas.database.{module}.SYSTEM", system)
    told: list[str] = []
    with EmbeddedServer(private / "data", settings=FAST, progress=told.append) as running:
        assert running.folder.parent == system
        assert ask(running.dsn(), "SELECT 1") == 1
    assert "cannot reach" in told[0]
    private.chmod(0o755)
    assert place(private / "data", find_account()) == running.folder  # it stays there
    remove(private / "data")


@root_only
def test_root_copies_programs_that_its_account_cannot_reach(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = find_account()
    wheel = programs(account).parents[1]
    private = folder.parent / "venv"
    private.mkdir(mode=0o700)
    for name in (wheel.name, f"{wheel.name}.libs"):
        (private / name).symlink_to(wheel.with_name(name))
    monkeypatch.setattr(embedded_programs, "SYSTEM", folder.parent / "system")
    monkeypatch.setattr(embedded_programs, "wheel", lambda: private / wheel.name)
    copied = programs(account)
    assert copied.is_relative_to(folder.parent / "system")
    assert account.can(copied / "initdb", "--version")
    assert programs(account) == copied


@root_only
def test_a_machine_where_root_cannot_change_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: object) -> bool:
        return False

    monkeypatch.setattr(Account, "can", never)
    with pytest.raises(EmbeddedError, match="ordinary user"):
        find_account()


def test_a_machine_without_the_wheel_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EmbeddedError, match="not installed"):
        programs(find_account())
