"""The three real agreements beside the invented one: public documents, shown as they are."""

from netralitas.agreements.commands import add_paper_in
from netralitas.agreements.content import NAMES, read
from netralitas.agreements.queries import offices_of
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.demo.telling import Teller


async def show_papers(teller: Teller) -> None:
    """Let both parties of the demo read the agreements of three other regencies."""
    parties = (teller.offices["kab"], teller.offices["pemkab"])
    async with writing(EVERYTHING) as connection:
        readers = await offices_of(connection, parties)
        for name in NAMES:
            await add_paper_in(connection, read(name), readers, teller.book.calendar())
