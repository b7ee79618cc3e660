"""The rows of the matrix about personal data: what is kept, disposed of, asked for, and failed."""

from typing import Final

from tests.access.visitors import Row, anywhere

_BAWASLU: Final = ("investigator", "commissioner", "excluded", "superior", "outsider")
_COMMISSIONERS: Final = ("commissioner", "superior")
_GUARDS: Final = ("commissioner", "superior", "administrator")


def _form(path: str, whose: tuple[str, ...], asked: int, sent: int) -> tuple[Row, Row]:
    """A form for some people of any office: what they get when it is asked for, and when sent."""
    return (
        anywhere("GET", path, 403, **dict.fromkeys(whose, asked)),
        anywhere("POST", path, 403, **dict.fromkeys(whose, sent)),
    )


ROWS: Final = (
    anywhere("GET", "/data-pribadi", 403, auditor=200, administrator=200),
    # How long what is kept: seen by who disposes, set by two administrators.
    anywhere(
        "GET",
        "/retensi",
        403,
        **dict.fromkeys((*_BAWASLU, "auditor", "administrator"), 200),
    ),
    *_form("/retensi/baru", ("administrator",), 200, 422),
    anywhere("GET", "/retensi/{elsewhere}/pemberlakuan", 403, administrator=200),
    anywhere("POST", "/retensi/{elsewhere}/pemberlakuan", 403, administrator=404),
    # What is due, and what is held; no list was proposed here.
    anywhere("GET", "/penahanan", 403, **dict.fromkeys((*_BAWASLU, "auditor"), 200)),
    *_form("/penahanan/baru", _BAWASLU, 200, 422),
    *_form("/penahanan/{elsewhere}/pencabutan", _BAWASLU, 200, 422),
    anywhere("GET", "/pemusnahan", 403, **dict.fromkeys((*_BAWASLU, "auditor"), 200)),
    *(
        anywhere(
            "GET",
            f"/pemusnahan/{{elsewhere}}{part}",
            403,
            auditor=404,
            **dict.fromkeys(_BAWASLU, 404),
        )
        for part in ("", "/berita-acara.pdf")
    ),
    *_form("/pemusnahan/{elsewhere}/baris/{ordinal}", _BAWASLU, 404, 404),
    *_form("/pemusnahan/{elsewhere}/pengajuan", _BAWASLU, 404, 404),
    *_form("/pemusnahan/{elsewhere}/persetujuan", _COMMISSIONERS, 404, 404),
    anywhere(
        "POST",
        "/pemusnahan/{elsewhere}/pengembalian",
        403,
        **dict.fromkeys(_COMMISSIONERS, 404),
    ),
    # Failures to protect data: commissioners, administrators, heads; each of their own office.
    anywhere("GET", "/insiden-data", 403, **dict.fromkeys(_GUARDS, 200)),
    *_form("/insiden-data/baru", _GUARDS, 200, 422),
    *(
        anywhere("GET", f"/insiden-data/{{elsewhere}}{part}", 403, **dict.fromkeys(_GUARDS, 404))
        for part in ("", "/surat-subjek.pdf", "/surat-lembaga.pdf")
    ),
    *(
        row
        for part in ("tindakan", "subjek", "lembaga", "penutupan")
        for row in _form(f"/insiden-data/{{elsewhere}}/{part}", _GUARDS, 404, 404)
    ),
    # What people ask about their data: who handles cases, each of their own office.
    anywhere("GET", "/hak-subjek-data", 403, **dict.fromkeys(_BAWASLU, 200)),
    *_form("/hak-subjek-data/baru", _BAWASLU, 200, 422),
    anywhere("GET", "/hak-subjek-data/{elsewhere}", 403, **dict.fromkeys(_BAWASLU, 404)),
    *_form("/hak-subjek-data/{elsewhere}/keputusan", _BAWASLU, 404, 404),
    *_form("/hak-subjek-data/{elsewhere}/penyerahan", _BAWASLU, 404, 404),
    anywhere(
        "POST", "/hak-subjek-data/{elsewhere}/penyerahan.zip", 403, **dict.fromkeys(_BAWASLU, 404)
    ),
    # An officer's own data.
    anywhere("GET", "/akun/data-saya", 200),
    anywhere("GET", "/akun/data-saya/data.json", 200),
)
"""Each of `tests/access/matrix.py`, where these are among them."""
