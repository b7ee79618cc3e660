"""The options by which somebody says how to restore."""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, Final

import click

from netralitas.audit.report import read_note
from netralitas.recovery import identities
from netralitas.recovery.wishes import Wish
from netralitas.stopping import Stopped, in_one_sentence

_PATH: Final = click.Path(path_type=Path)
_OPTIONS: Final = (
    click.option("--identity", type=_PATH, required=True, help="The private key that opens it."),
    click.option("--head", "heads", type=_PATH, multiple=True, help="A head that left the house."),
    click.option("--erasures", type=_PATH, help="The ledger of what was erased; erased again."),
    click.option("--no-erasures", is_flag=True, help="Nothing was erased since the backup."),
    click.option("--same-log", is_flag=True, help="Nothing was published since: keep its name."),
    click.option("--other-installation", is_flag=True, help="It may be of another installation."),
)


def wished(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a restore; it gets them as `wish`, and what else it asks for.

    What is contradictory or cannot be read ends with one sentence.
    """

    @wraps(command)
    @in_one_sentence
    def asked(
        *,
        identity: Path,
        heads: Sequence[Path],
        erasures: Path | None,
        no_erasures: bool,
        same_log: bool,
        other_installation: bool,
        **rest: Any,  # noqa: ANN401 - the command's own options
    ) -> None:
        if (erasures is None) != no_erasures:
            raise Stopped("Say --erasures FILE, or --no-erasures when nothing was erased since.")
        wish = Wish(
            keys=identities.identities_in(identity),
            outside=[read_note(path) for path in heads],
            erasures=erasures,
            same_log=same_log,
            other=other_installation,
        )
        command(wish=wish, **rest)

    for option in reversed(_OPTIONS):
        asked = option(asked)
    return asked
