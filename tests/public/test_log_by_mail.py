"""The head of each day goes to a second organisation, once, with nothing else in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.audit.heads import open_note, verifier_of
from netralitas.public.log.mailing import MAIL_HEAD, Closing, MailingHeads
from netralitas.settings import DEMO_SECRET, Settings, SettingsError, load
from tests.conftest import Database
from tests.notices.post_office import open_post_office
from tests.public.conftest import NOW
from tests.public.test_log import working

SETTINGS = Settings(
    demo=True,
    secret_log=DEMO_SECRET,
    smtp_host="127.0.0.1",
    smtp_start_tls=False,
    mail_from="netralitas@kantor.test",
    log_witnesses="arsip@mitra.test, redaksi@koran.test",
)
JOBS = "SELECT payload FROM job WHERE kind = $1 ORDER BY id"


async def test_each_witness_gets_the_note_of_the_day_once(clone: Database) -> None:
    async with open_post_office() as office:
        settings = replace(SETTINGS, smtp_port=office.port)
        for later in (timedelta(), timedelta(minutes=1), timedelta(days=1)):
            with clock.at(NOW + later):
                async with working(clone) as worker:
                    await Closing(settings).run(worker)
        async with working(clone) as worker:
            payloads = [row["payload"] for row in await worker.fetch(JOBS, MAIL_HEAD)]
            for payload in payloads:
                await MailingHeads(settings)(worker, payload)
            gone = replace(settings, log_witnesses="")
            await MailingHeads(gone)(worker, payloads[0])
    assert [payload["size"] for payload in payloads] == [256, 256, 512, 512]
    assert [message["To"] for message in office.taken] == [
        *("arsip@mitra.test", "redaksi@koran.test") * 2
    ]
    said = office.taken[-1].get_content().replace("\r\n", "\n")
    note = said[said.index("netralitas\n512\n") :]
    verifier = verifier_of(settings.secret("log"), settings.log_name)
    assert open_note(note, verifier).size == 512
    assert said.startswith("Kepala catatan publik Netralitas untuk 2024-09-03")


@pytest.mark.parametrize("listed", ["bukan alamat", "a@b.test,,salah", "a@b.test b@c.test"])
def test_a_witness_has_an_address(listed: str) -> None:
    given = {
        "NETRALITAS_DEMO": "yes",
        "NETRALITAS_SMTP_HOST": "surat.test",
        "NETRALITAS_MAIL_FROM": "netralitas@kantor.test",
    }
    assert load({**given, "NETRALITAS_LOG_WITNESSES": "a@b.test, c@d.test"}).witnesses == (
        *("a@b.test", "c@d.test"),
    )
    with pytest.raises(SettingsError, match="NETRALITAS_LOG_WITNESSES must be addresses"):
        load({**given, "NETRALITAS_LOG_WITNESSES": listed})
    with pytest.raises(SettingsError, match="needs a mail server"):
        load({"NETRALITAS_DEMO": "yes", "NETRALITAS_LOG_WITNESSES": "a@b.test"})
