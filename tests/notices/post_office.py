"""A real mail server on loopback: it keeps what it takes, and does to a message what it is told."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from aiosmtpd.smtp import SMTP, Envelope, Session

OK = "250 OK"
Answer = Callable[[Envelope], Awaitable[str]]


async def take(_: Envelope) -> str:
    """Agree."""
    return OK


@dataclass
class PostOffice:
    """What was taken, in order; `at_recipient` and `at_content` say what the server answers.

    With `cuts` it takes the message and ends the connection without a word.
    """

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    at_recipient: Answer = take
    at_content: Answer = take
    cuts: bool = False

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        """Take the recipient, or not."""
        answer = await self.at_recipient(envelope)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _: Session, envelope: Envelope) -> str:  # noqa: N802 - the same
        """Keep the message, if it is taken."""
        content = envelope.content
        assert isinstance(content, bytes)
        answer = await self.at_content(envelope)
        if answer == OK:
            self.raw.append(content)
            self.taken.append(message_from_bytes(content, policy=policy.default))
        if self.cuts:
            cast("asyncio.Transport", server.transport).abort()  # uvloop's is none by its class
        return answer


@asynccontextmanager
async def open_post_office() -> AsyncIterator[PostOffice]:
    """Serve at a free port until the block ends."""
    office = PostOffice()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(office, hostname="surat.test", loop=loop), "127.0.0.1", 0
    )
    office.port = server.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        server.close()
        await server.wait_closed()
