"""The production guide, followed from an empty directory to a page with TLS."""

import json
import ssl
from collections.abc import Iterator

import httpx
import pytest

from tests.operations.guide import STOPPING, Installation, empty, sections
from tests.operations.machine import POSTGRESQL, need
from tests.programs import until

STRANGE = "lain.contoh.test"
"""A name that is nobody's here."""

LONGEST = 900.0  # seconds; only a failing test waits so long


@pytest.fixture(scope="module")
def followed() -> Iterator[Installation]:
    """What somebody has who did everything that the guide says, and read what came."""
    need("nginx", "openssl", "curl", POSTGRESQL / "initdb", POSTGRESQL / "psql")
    with empty() as place:
        told = sections()
        done = place.run(
            *(script for heading, script in told.items() if heading != STOPPING), seconds=LONGEST
        )
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}\n{said(place)}"
        assert "The record is whole." in done.stdout
        yield place


def said(place: Installation) -> str:
    """What the processes wrote, for whoever looks for a failure."""
    return "\n".join(
        f"== {path.name}\n{path.read_text(errors='replace')[-3000:]}"
        for path in sorted((place.place / "log").glob("*.log"))
    )


def client(place: Installation, name: str) -> httpx.Client:
    """A browser that knows the authority, and finds the name on this machine."""
    trusted = ssl.create_default_context(cafile=place.place / "tls" / "ca.pem")
    return httpx.Client(
        base_url=f"https://127.0.0.1:{place.https}",
        headers={"Host": f"{name}:{place.https}"},
        verify=trusted,
    )


def ask(place: Installation, name: str, path: str, **more: object) -> httpx.Response:
    """One request by this name."""
    with client(place, name) as browser:
        request = browser.build_request(
            "POST" if more else "GET",
            path,
            extensions={"sni_hostname": name if name != STRANGE else place.staff_name},
            **more,  # type: ignore[arg-type]  # content and headers, as they were given
        )
        return browser.send(request)


def test_officers_and_everybody_find_their_pages_under_their_names(followed: Installation) -> None:
    staff = ask(followed, followed.staff_name, "/masuk")
    assert staff.status_code == 200
    assert '<form method="post" action="/masuk"' in staff.text
    assert "max-age=" in staff.headers["strict-transport-security"]
    assert "nginx/" not in staff.headers["server"]
    front = ask(followed, followed.public_name, "/")
    assert front.status_code == 200
    assert "Cek status" in front.text
    assert ask(followed, followed.public_name, "/masuk").status_code == 404, "of the other name"
    assert ask(followed, STRANGE, "/masuk").status_code == 421
    plain = httpx.get(
        f"http://127.0.0.1:{followed.http}/masuk?a=b", headers={"Host": followed.staff_name}
    )
    assert plain.status_code == 308
    assert plain.headers["location"] == (
        f"https://{followed.staff_name}:{followed.https}/masuk?a=b"
    )


def test_who_was_made_by_the_guide_signs_in_over_tls(followed: Installation) -> None:
    words = (followed.place / "run" / "first-password").read_text().split()
    form = {"login": "kepala", "password": words[-1]}
    answered = ask(
        followed,
        followed.staff_name,
        "/masuk",
        data=form,
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert answered.status_code == 303
    cookie = answered.headers["set-cookie"]
    assert "Secure" in cookie
    assert "HttpOnly" in cookie


def test_a_body_is_refused_by_where_it_goes(followed: Installation) -> None:
    large = b"x" * (27 * 1024 * 1024)
    same = {"Sec-Fetch-Site": "same-origin"}
    staff, public = followed.staff_name, followed.public_name
    assert ask(followed, public, "/cek-status", content=large, headers=same).status_code == 413
    assert ask(followed, staff, "/masuk", content=large, headers=same).status_code == 413
    under_way = ask(followed, staff, "/perkara/1/bukti/unggahan", content=large, headers=same)
    assert under_way.status_code != 413 or "nginx" not in under_way.text, "pieces may be large"


def test_the_log_of_the_proxy_has_no_query_no_calendar_and_no_code(followed: Installation) -> None:
    for name, path in (
        (followed.staff_name, "/kalender/rahasia-kalender.ics"),
        (followed.staff_name, "/masuk?next=/rahasia-tanya"),
        (followed.public_name, "/hadir/rahasia-ruang"),
        (followed.public_name, "/tentang?penanda=akhir"),
    ):
        ask(followed, name, path)
    log = followed.place / "log" / "access.log"
    until("the last request is in the log", lambda: "GET /tentang " in log.read_text())
    assert "rahasia" not in log.read_text()
    assert "/kalender/" not in log.read_text()


def test_each_process_tells_figures_on_loopback_alone(followed: Installation) -> None:
    ask(followed, followed.staff_name, "/perkara/4711")
    told = ""
    for port in (followed.metrics, followed.metrics + 1):
        told += httpx.get(f"http://127.0.0.1:{port}/metrics").text
    assert 'netralitas_requests_total{method="GET",route="/masuk",status="200"}' in told
    assert 'netralitas_pool_connections{pool="netralitas web",state="most"} 10.0' in told
    assert "4711" not in told, "templates of addresses, and no address"
    for name in (followed.staff_name, followed.public_name):
        assert ask(followed, name, "/metrics").status_code == 404


def test_every_process_has_the_role_and_the_secrets_of_its_own_alone(
    followed: Installation,
) -> None:
    files = {path.stem: path for path in (followed.place / "etc").glob("*.env")}
    assert {path.stat().st_mode & 0o077 for path in files.values()} == {0}
    for name, role in (("web", "APP"), ("worker", "WORKER"), ("public", "PUBLIC")):
        keys = [line.partition("=")[0] for line in files[name].read_text().splitlines()]
        assert [key for key in keys if key.endswith("_DSN")] == [f"NETRALITAS_{role}_DSN"]
    assert files["public"].read_text().count("SECRET") == 1
    assert followed.place.joinpath("log/web.log").read_text().count('"event": "failure"') == 0
    ready = ask(followed, followed.staff_name, "/health/ready")
    assert json.loads(ready.text)["status"] == "siap"
