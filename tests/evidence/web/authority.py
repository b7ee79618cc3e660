"""A time stamping authority made of `openssl ts`, behind a small server on loopback."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

CONFIGURATION = """
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.crt
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
{certs}
"""

Answering = Callable[[bytes], Awaitable[bytes]]


def openssl(*arguments: str | Path) -> int:
    """Run openssl to its end and return with what it ended."""
    done = subprocess.run(  # noqa: S603 - the machine's openssl, on files of the test
        ["openssl", *map(str, arguments)],  # noqa: S607 - wherever it stands
        check=False,
        capture_output=True,
    )
    return done.returncode


@dataclass(kw_only=True)
class Authority:
    """Stamps what it is asked with keys of its own; `root` is by what it is believed."""

    folder: Path
    answering: Answering | None = None
    asked: list[bytes] = field(default_factory=list)
    url: str = ""

    @classmethod
    def made(cls, folder: Path, *, with_root: bool = False) -> "Authority":
        """Return a new authority; `with_root` puts its root too into every reply."""
        folder.mkdir(exist_ok=True)
        new = cls(folder=folder)
        new._keys()
        certs = f"certs = {new.root}" if with_root else ""
        text = CONFIGURATION.format(folder=folder, certs=certs)
        (folder / "ts.cnf").write_text(text)
        (folder / "serial").write_text("01\n")
        return new

    @property
    def root(self) -> Path:
        return self.folder / "root.crt"

    def _keys(self) -> None:
        curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        at = self.folder
        name = f"/CN={at.name} root"
        key = ("-keyout", at / "root.key")
        assert openssl("req", "-x509", *curve, *key, "-out", self.root, "-subj", name) == 0
        name = f"/CN={at.name} stamper"
        key = ("-keyout", at / "tsa.key")
        assert openssl("req", "-new", *curve, *key, "-out", at / "tsa.csr", "-subj", name) == 0
        (at / "use").write_text("extendedKeyUsage=critical,timeStamping\n")
        by = ("-CA", self.root, "-CAkey", at / "root.key", "-CAcreateserial")
        given = ("-in", at / "tsa.csr", "-out", at / "tsa.crt", "-extfile", at / "use")
        assert openssl("x509", "-req", *by, *given, "-days", "2") == 0

    def reply(self, asked: bytes) -> bytes:
        """Return the reply to a request, signed."""
        (self.folder / "query").write_bytes(asked)
        of = ("-config", self.folder / "ts.cnf", "-queryfile", self.folder / "query")
        openssl("ts", "-reply", *of, "-out", self.folder / "reply")
        return (self.folder / "reply").read_bytes()

    def agrees(self, data: Path, reply: Path) -> bool:
        """Say whether `openssl ts -verify` takes the reply for these bytes."""
        about = ("-data", data, "-in", reply)
        return openssl("ts", "-verify", *about, "-CAfile", self.root) == 0

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = int(head.partition("content-length:")[2].partition("\r\n")[0])
            asked = await reader.readexactly(length)
            self.asked.append(asked)
            reply = await self.answering(asked) if self.answering else self.reply(asked)
            kind = "application/timestamp-reply"
            writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n".encode())
            writer.write(f"Content-Length: {len(reply)}\r\n\r\n".encode() + reply)
            await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Authority"]:
        """Answer on a free port of loopback inside the block."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        try:
            yield self
        finally:
            server.close()
            await server.wait_closed()
