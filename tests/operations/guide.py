"""The production guide as a script: its `sh` blocks, in their order."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.programs import ROOT, free_port

GUIDE = ROOT / "docs" / "production.md"
NAMES, STOPPING = "Names", "Stopping"
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sections() -> dict[str, str]:
    """What each section says to run, by its heading; only those that say something."""
    parts = GUIDE.read_text(encoding="utf-8").split("\n## ")[1:]
    told = {part.partition("\n")[0]: "\n".join(_BLOCK.findall(part)) for part in parts}
    return {heading: script for heading, script in told.items() if script}


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """What the guide makes in a folder, with names and ports that nobody else has."""

    place: Path
    https: int
    http: int
    web: int
    metrics: int
    public: int
    postgres: int
    staff_name: str = "perkara.contoh.test"
    public_name: str = "publik.contoh.test"

    def environment(self) -> dict[str, str]:
        """The other values of the guide's names."""
        kept = {key: text for key, text in os.environ.items() if not key.startswith("NETRALITAS")}
        return {
            **kept,
            "PATH": f"{kept['PATH']}:/usr/sbin",
            "PYTHONPATH": str(ROOT),
            "PLACE": str(self.place),
            "CODE": str(ROOT),
            "NETRALITAS": f"{sys.executable} -m netralitas",
            "STAFF_NAME": self.staff_name,
            "PUBLIC_NAME": self.public_name,
            "HTTPS_PORT": str(self.https),
            "HTTPS_SUFFIX": f":{self.https}",
            "HTTP_PORT": str(self.http),
            "WEB_PORT": str(self.web),
            "METRICS_PORT": str(self.metrics),
            "PUBLIC_PORT": str(self.public),
            "PG_PORT": str(self.postgres),
            **({} if os.geteuid() == 0 else {"AS_POSTGRES": ""}),
        }

    def run(self, *scripts: str, seconds: float) -> subprocess.CompletedProcess[str]:
        """Run these scripts as one, in one shell."""
        return subprocess.run(  # noqa: S603 - the guide of this repository
            ["/bin/bash", "-c", "\n".join(scripts)],
            env=self.environment(),
            cwd=self.place,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )


def two_ports() -> int:
    """A port on which nobody listens now, nor on the one after it."""
    while True:
        first = free_port()
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", first + 1))
            return first


@contextmanager
def empty() -> Iterator[Installation]:
    """An empty folder for the guide, which every account can enter; in the end all is stopped."""
    place = Path(tempfile.mkdtemp(prefix="netralitas-guide-"))
    place.chmod(0o755)
    made = Installation(
        place=place,
        https=free_port(),
        http=free_port(),
        web=free_port(),
        metrics=two_ports(),
        public=free_port(),
        postgres=free_port(),
    )
    told = sections()
    try:
        yield made
    finally:
        made.run(told[NAMES], told[STOPPING], seconds=60)
        shutil.rmtree(place, ignore_errors=True)
