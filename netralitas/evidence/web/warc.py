"""What was asked and answered, written as WARC 1.0 (ISO 28500), compressed record by record.

The digests in it are SHA-1, as its readers expect; the file as a whole is kept under its SHA-256.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import IO, Final

from warcio.statusandheaders import StatusAndHeaders
from warcio.timeutils import datetime_to_iso_date
from warcio.warcwriter import WARCWriter

from netralitas.evidence.web.fetching import AGENT, Hop, type_headers

MEDIA_TYPE: Final = "application/warc+gzip"
"""What a capture is kept as; nobody can upload one."""

# The answer is kept without the frames of its chunks; its reader must not look for them.
_UNFRAMED: Final = "transfer-encoding"


def write_warc(hops: Sequence[Hop], out: IO[bytes], at: datetime) -> None:
    """Write a file of its own for one capture: who made it, and each answer with its question.

    Blocking. The bodies of the hops are read to their end.
    """
    writer = WARCWriter(out, gzip=True)
    said = {"software": AGENT, "format": "WARC File Format 1.0", "description": "Netralitas"}
    info = writer.create_warcinfo_record(None, said)
    info.rec_headers.replace_header("WARC-Date", _written(at))
    writer.write_record(info)
    for hop in hops:
        _write_hop(writer, hop)
    out.flush()


def _write_hop(writer: WARCWriter, hop: Hop) -> None:
    described = {"WARC-Date": _written(hop.at), "WARC-IP-Address": hop.address}
    given = {name: value for name, value in described.items() if value}
    answer = writer.create_warc_record(
        hop.url,
        "response",
        payload=hop.body,
        length=_size(hop.body),
        http_headers=StatusAndHeaders(
            f"{hop.status} {hop.reason}".strip(), _unframed(hop.headers), protocol=hop.version
        ),
        warc_headers_dict=dict(given),
    )
    asked = writer.create_warc_record(
        hop.url,
        "request",
        http_headers=StatusAndHeaders(
            f"GET {hop.target} HTTP/1.1", list(hop.asked), is_http_request=True
        ),
        warc_headers_dict=dict(given),
    )
    writer.write_request_response_pair(asked, answer)


def _unframed(headers: type_headers) -> list[tuple[str, str]]:
    return [
        (f"X-Archive-Orig-{name}" if name.lower() == _UNFRAMED else name, value)
        for name, value in headers
    ]


def _written(at: datetime) -> str:
    text: str = datetime_to_iso_date(at.replace(tzinfo=None, microsecond=0))
    return text


def _size(body: IO[bytes]) -> int:
    body.seek(0, 2)
    size = body.tell()
    body.seek(0)
    return size
