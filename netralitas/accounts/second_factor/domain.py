"""Second factors by kind: values only."""

from enum import StrEnum


class Factor(StrEnum):
    """What was shown: a code by time, a recovery code from paper, a passkey."""

    CODE = "code"
    RECOVERY = "recovery"
    PASSKEY = "passkey"
