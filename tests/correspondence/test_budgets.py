"""No page about letters asks more than twelve times, however many letters there are."""

from netralitas.cases.answers import Answers
from tests.cases.conftest import Statements, Visits, statements, town, visit
from tests.correspondence.letterbox import letters, sent_letter
from tests.make import Town, letter, move

__all__ = ["statements", "town", "visit"]

MOST = 12


async def test_pages_of_letters_stay_within_their_budget(
    town: Town, visit: Visits, statements: Statements
) -> None:
    case, _, at = await sent_letter(town, 3)
    for _ in range(3):
        await move(town.maya, case, "return", workflow="referral", note="Berkas kurang.")
        again = Answers(letter_out=letter())
        await move(town.rina, case, "forward_again", workflow="referral", answers=again)
    assert len(await letters(case)) == 4
    rina = await visit("rina")
    for address in ("/surat", at, f"{at}/penerimaan", "/surat/alamat", "/surat/alamat/baru"):
        await rina.go(address)  # what is asked once for the process is asked
        statements.sent.clear()
        assert (await rina.go(address)).status == 200
        assert len(statements.sent) <= MOST, (address, statements.sent)
