"""A complaint about the service, to look at: answered, and its sender has written again."""

from tests.intake.letterbox import Letterbox
from tests.service.complaining import Desk


async def complain(letterbox: Letterbox) -> int:
    """Commit a complaint that names an officer, with a message of its sender; return its id."""
    desk = Desk(letterbox=letterbox)
    sent = await desk.complain(officer="Rina Paramita")
    await letterbox.write(sent, "Saya datang lagi hari ini; loketnya masih tutup.")
    await desk.work()
    return sent.id
