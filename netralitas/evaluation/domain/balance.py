"""The account of each register between two snapshots: opening + in - out = closing."""

from dataclasses import dataclass

from netralitas.evaluation.domain.figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The account of one register; `difference` is what its closing does not explain."""

    code: str
    opening: int
    entered: int
    left: int
    closing: int

    @property
    def difference(self) -> int:
        """Return closing less what opening and movements make of it: zero when it reconciles."""
        return self.closing - (self.opening + self.entered - self.left)


def balances(before: Figures | None, now: Figures) -> tuple[Balance, ...]:
    """Return the account of every register from the earlier snapshot, or the beginning, to now."""
    return tuple(
        Balance(
            code=register.code,
            opening=before.register(register.code).open if before else 0,
            entered=register.entered - (before.register(register.code).entered if before else 0),
            left=register.left - (before.register(register.code).left if before else 0),
            closing=register.open,
        )
        for register in now.registers
    )
