"""Why a backup is not made or not used: one sentence each, for the command line."""

from collections.abc import Sequence

from netralitas.refusals import Refusal


class BackupRefused(Refusal):
    """Nothing was made or changed; the reason says what is missing and what to do."""


class Damaged(Exception):  # noqa: N818 - a state of the backup
    """Parts of a backup are not what was written: `damage` names each, in a sentence."""

    def __init__(self, damage: Sequence[str]) -> None:
        super().__init__("; ".join(damage))
        self.damage = tuple(damage)
