"""A server on loopback that speaks as much S3 as a client of files needs, and checks signatures.

Written from the description of the protocol, apart from the client: AWS Signature Version 4 over
the headers, objects with ranges and conditions, multipart uploads, lists.
"""

import hashlib
import hmac
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

REGION, KEY_ID, SECRET = "ap-southeast-3", "uji", "rahasia-uji-0123456789"


class S3Server(ThreadingHTTPServer):
    """Holds one bucket in memory; `fault` is asked of each request what goes wrong with it."""

    daemon_threads = True

    def __init__(self, bucket: str = "berkas") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.bucket = bucket
        self.objects: dict[str, bytes] = {}
        self.uploads: dict[str, dict[int, bytes]] = {}
        self.asked: list[tuple[str, str]] = []
        self.faults: list[tuple[str, str, int]] = []
        """What goes wrong: method, "500" or "cut", and how often it still does."""

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the base
        """Say nothing: clients that go away are part of the tests."""

    def fault(self, method: str) -> str | None:
        """Return what goes wrong with this request, and count it."""
        for place, (of, kind, left) in enumerate(self.faults):
            if of == method and left > 0:
                self.faults[place] = (of, kind, left - 1)
                return kind
        return None


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """Serve while the block runs; afterwards nobody listens there."""
    server = S3Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: S3Server

    def log_message(self, *_: object) -> None:
        pass

    def _serve(self) -> None:
        path, _, query = self.path.partition("?")
        self.body = self.rfile.read(int(self.headers.get("content-length") or 0))
        self.server.asked.append((self.command, self.path))
        kind = self.server.fault(self.command)
        if kind == "cut":
            self.close_connection = True
            with suppress(OSError):
                self.connection.shutdown(2)
            return
        if kind is not None:
            self._say(int(kind), b"<Error><Code>InternalError</Code></Error>")
        elif not _signed(self, path, query):
            self._say(403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>")
        else:
            bucket, _, key = urllib.parse.unquote(path).lstrip("/").partition("/")
            if bucket != self.server.bucket:
                self._say(404, b"<Error><Code>NoSuchBucket</Code></Error>")
            else:
                self._answer(key, dict(urllib.parse.parse_qsl(query, keep_blank_values=True)))

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _serve  # noqa: N815 - names of the base

    def _answer(self, key: str, asked: dict[str, str]) -> None:
        held = self.server.objects
        if "uploads" in asked or "uploadId" in asked:
            self._upload(key, asked)
        elif "list-type" in asked:
            self._say(200, b"<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>")
        elif self.command == "PUT" and self.headers.get("if-none-match") == "*" and key in held:
            self._say(412, b"")
        elif self.command == "PUT":
            held[key] = self.body
            self._say(200, b"", {"ETag": _tag(self.body)})
        elif key not in held:
            self._say(404, b"<Error><Code>NoSuchKey</Code></Error>")
        else:
            self._send(held[key])

    def _upload(self, key: str, asked: dict[str, str]) -> None:
        held, uploads, name = self.server.objects, self.server.uploads, asked.get("uploadId", "")
        if not name:
            name = str(len(uploads) + 1)
            uploads[name] = {}
            said = f"<UploadId>{name}</UploadId><Bucket>b</Bucket><Key>{key}</Key>"
            inside = f"<InitiateMultipartUploadResult>{said}</InitiateMultipartUploadResult>"
            self._say(200, inside.encode())
        elif self.command == "PUT":
            uploads[name][int(asked["partNumber"])] = self.body
            self._say(200, b"", {"ETag": _tag(self.body)})
        elif self.command == "DELETE":
            uploads.pop(name, None)
            self._say(204, b"")
        else:
            parts = uploads.pop(name)
            held[key] = b"".join(parts[number] for number in sorted(parts))
            said = f"<ETag>{_tag(held[key])}</ETag>"
            inside = f"<CompleteMultipartUploadResult>{said}</CompleteMultipartUploadResult>"
            self._say(200, inside.encode())

    def _send(self, content: bytes) -> None:
        more = {"ETag": _tag(content), "Last-Modified": "Mon, 02 Sep 2024 01:00:00 GMT"}
        wanted = self.headers.get("range", "")
        if not wanted:
            self._say(200, content, more)
            return
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        start, end = int(first), min(int(last or len(content)), len(content) - 1)
        more["Content-Range"] = f"bytes {start}-{end}/{len(content)}"
        self._say(206, content[start : end + 1], more)

    def _say(self, status: int, body: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, text in {"Content-Length": str(len(body)), **(more or {})}.items():
            self.send_header(name, text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _tag(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def _signed(request: _Handler, path: str, query: str) -> bool:
    """Say whether the request is signed with the one key, body and all."""
    given = request.headers
    scheme, _, rest = given.get("authorization", "").partition(" ")
    parts = dict(part.strip().split("=", 1) for part in rest.split(",")) if rest else {}
    date, digest = given.get("x-amz-date", ""), given.get("x-amz-content-sha256", "")
    scope = f"{date[:8]}/{REGION}/s3/aws4_request"
    if scheme != "AWS4-HMAC-SHA256" or parts.get("Credential") != f"{KEY_ID}/{scope}":
        return False
    if digest != hashlib.sha256(request.body).hexdigest():
        return False
    names = parts["SignedHeaders"].split(";")
    pairs = sorted(urllib.parse.parse_qsl(query, keep_blank_values=True))
    quoted = ("=".join(urllib.parse.quote(part, safe="-_.~") for part in pair) for pair in pairs)
    headers = "".join(f"{name}:{' '.join(given.get(name, '').split())}\n" for name in names)
    canonical = [request.command, path, "&".join(quoted), headers, ";".join(names), digest]
    asked = hashlib.sha256("\n".join(canonical).encode()).hexdigest()
    key = f"AWS4{SECRET}".encode()
    for part in (*scope.split("/"), f"{scheme}\n{date}\n{scope}\n{asked}"):
        key = hmac.digest(key, part.encode(), "sha256")
    return {"host", "x-amz-date"} <= set(names) and hmac.compare_digest(
        key.hex(), parts["Signature"]
    )
