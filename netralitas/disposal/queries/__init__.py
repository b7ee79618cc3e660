"""What pages show of retention and disposal, and what other features ask."""

from netralitas.database.connection import Connection


async def held(c: Connection, case: int) -> bool:
    """Say whether something stops every disposal of what a case holds."""
    return bool(await c.fetchval("SELECT is_held($1)", case))


async def disposed(c: Connection, case: int) -> bool:
    """Say whether a case was disposed of: its people and words are gone."""
    return bool(
        await c.fetchval(
            "SELECT EXISTS (SELECT FROM erasure WHERE case_file = $1 AND kind = 'case')", case
        )
    )
