"""What the demo shows in place of a device: the code that fits now. Nowhere else is it shown."""

from typing import Final

from netralitas import clock
from netralitas.accounts.second_factor import codes
from netralitas.accounts.second_factor.commands.shown import Shower
from netralitas.database.transactions import NOBODY, reading
from netralitas.vault.cipher import Sealed

_MINE: Final = "SELECT key_id, nonce, ciphertext, last_step FROM second_factor WHERE officer = $1"


async def own_code(shower: Shower) -> str | None:
    """Return the code that a person's device shows; None outside the demo, or without a device.

    A code counts once: after it the next one is shown, which counts already. None when both were
    used, for half a minute.
    """
    if not shower.settings.demo:
        return None
    async with reading(NOBODY) as c:
        row = await c.fetchrow(_MINE, shower.officer)
    if row is None:
        return None
    sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
    present = codes.step_at(clock.now())
    step = max(present, (row["last_step"] or 0) + 1)
    return (
        codes.code_of(shower.sealer.open(sealed, shower.officer), step)
        if step - present < 2
        else None
    )


def offered_code(secret: str, *, demo: bool) -> str | None:
    """Return the code that a device shows which was given this secret; None outside the demo."""
    return codes.code_of(secret, codes.step_at(clock.now())) if demo else None
