"""What the web frame refuses before any feature is asked."""

from collections.abc import Mapping, Sequence

from netralitas.language import phrase
from netralitas.refusals import NotAllowed, Refusal


class NotSignedIn(Refusal):
    """Nobody is signed in, or the session has ended."""

    def __init__(self, reason: str = phrase("Anda perlu masuk untuk membuka halaman ini.")) -> None:
        super().__init__(reason)


class TooMany(Refusal):
    """Too many tries; `retry_after` is the number of seconds to wait."""

    def __init__(
        self,
        reason: str = phrase("Terlalu banyak percobaan dalam waktu singkat."),
        *,
        retry_after: int,
    ) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class NotReady(Refusal):
    """What is asked for is being made; `retry_after` is the number of seconds to wait."""

    def __init__(
        self, reason: str = phrase("Halaman ini sedang disiapkan."), *, retry_after: int = 5
    ) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Declined(Refusal):
    """A request of a machine is declined: with which status, as which kind of problem.

    `changed` says what others did meanwhile.
    """

    def __init__(
        self,
        reason: str,
        *,
        status: int,
        kind: str,
        headers: Mapping[str, str] | None = None,
        changed: Sequence[str] = (),
    ) -> None:
        super().__init__(reason)
        self.changed = tuple(changed)
        self.status = status
        self.kind = kind
        self.headers = dict(headers or {})


class ForeignOrigin(NotAllowed):
    """A request that changes something came from another site, or hides where it came from."""

    def __init__(self) -> None:
        super().__init__(
            phrase(
                "Permintaan ini tidak dikirim dari halaman Netralitas sendiri, jadi tidak"
                " dijalankan. Buka halamannya di Netralitas, lalu kirim lagi dari sana."
            )
        )
