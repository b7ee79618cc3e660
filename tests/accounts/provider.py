"""A provider of sign-in on loopback, which says what a test wants it to say, true or not."""

import hmac
import json
import threading
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from netralitas import clock

CLIENT, SECRET = "netralitas-uji", "rahasia & panjang"
KEY = ECKey.generate_key("P-256", {"kid": "satu", "use": "sig", "alg": "ES256"})
OTHER_KEY = ECKey.generate_key("P-256", {"kid": "satu", "use": "sig", "alg": "ES256"})
NEW_KEY = ECKey.generate_key("P-256", {"kid": "dua", "use": "sig", "alg": "ES256"})

Claims = dict[str, Any]


def signed(claims: Claims) -> str:
    """The token as an honest provider signs it."""
    return jwt.encode({"alg": "ES256", "kid": "satu"}, claims, KEY)


def by_another_key(claims: Claims) -> str:
    """Signed by a key that only calls itself so."""
    return jwt.encode({"alg": "ES256", "kid": "satu"}, claims, OTHER_KEY)


def by_a_new_key(claims: Claims) -> str:
    """Signed by a key that was not there when the keys were read."""
    return jwt.encode({"alg": "ES256", "kid": "dua"}, claims, NEW_KEY)


def by_nobody(claims: Claims) -> str:
    """Without a signature, and saying so."""
    return ".".join([_part({"alg": "none"}), _part(claims), ""])


def by_the_public_key(claims: Claims) -> str:
    """With the public key in the place of a shared secret."""
    told = f"{_part({'alg': 'HS256', 'kid': 'satu'})}.{_part(claims)}"
    known = hmac.digest(KEY.as_pem(private=False), told.encode(), "sha256")
    return f"{told}.{urlsafe_b64encode(known).rstrip(b'=').decode()}"


def changed_afterwards(claims: Claims) -> str:
    """With a signature of other claims."""
    head, _, signature = signed(claims).split(".")
    return ".".join([head, _part({**claims, "sub": "orang-lain"}), signature])


def _part(content: Claims) -> str:
    return urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


@dataclass(slots=True)
class Provider:
    """Its address, whom it names, and in which ways it differs from an honest one."""

    address: str = ""
    claims: Claims = field(default_factory=dict)
    instead: Claims = field(default_factory=dict)
    userinfo: Claims = field(default_factory=dict)
    document: Claims = field(default_factory=dict)
    back: dict[str, str] = field(default_factory=dict)
    token: Callable[[Claims], str] = signed
    keys: list[ECKey] = field(default_factory=lambda: [KEY])
    status: int = 200
    raw: bytes | None = None
    asked: list[str] = field(default_factory=list)
    given: dict[str, dict[str, str]] = field(default_factory=dict)
    hanging: threading.Event = field(default_factory=threading.Event)
    hangs: bool = False

    @property
    def issuer(self) -> str:
        """The name it goes by."""
        return f"{self.address}/realms/asn"

    def names(self, subject: str, **claims: object) -> None:
        """Let it vouch for somebody from now on."""
        self.claims = {"sub": subject, **claims}

    def come_back(self, query: dict[str, str]) -> str:
        """Where it sends a browser that agreed; the code is good once."""
        code = token_urlsafe(16)
        self.given[code] = query
        more = {"code": code, "state": query["state"], "iss": self.issuer, **self.back}
        return f"{query['redirect_uri']}?{urlencode(more)}"

    def answer(self, path: str, query: dict[str, str], head: Message) -> tuple[int, object]:
        """What it answers, and with which status."""
        if path.endswith("/.well-known/openid-configuration"):
            return 200, self._document()
        if path == "/keys":
            return 200, KeySet([*self.keys]).as_dict(private=False)
        if path == "/token":
            return self._redeemed(query, head)
        if path == "/userinfo":
            return 200, {"sub": self.claims["sub"], **self.userinfo}
        return 404, {}

    def _document(self) -> Claims:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "authorization_response_iss_parameter_supported": True,
            **self.document,
        }

    def _redeemed(self, form: dict[str, str], head: Message) -> tuple[int, Claims]:
        asked = self.given.get(form.get("code", ""))
        challenge = urlsafe_b64encode(sha256(form.get("code_verifier", "").encode()).digest())
        basic = b64decode(head["Authorization"].removeprefix("Basic ")).decode()
        if basic != f"{CLIENT}:rahasia+%26+panjang":
            return 401, {"error": "invalid_client"}
        if asked is None or challenge.rstrip(b"=").decode() != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        now = int(clock.now().timestamp())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.claims,
            **self.instead,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        return 200, {
            "access_token": "kunci",
            "token_type": "Bearer",
            "id_token": self.token(claims),
        }


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        self.provider.asked.append(asked.path)
        if asked.path == "/authorize":
            page = f'<h1>Penyedia uji</h1><a href="/agree?{asked.query}">Setuju</a>'
            self._send(200, page.replace("&", "&amp;").encode(), "text/html")
        elif asked.path == "/agree":
            self.send_response(303)
            self.send_header("Location", self.provider.come_back(query))
            self.end_headers()
        else:
            self._answer(asked.path, query)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.provider.asked.append(self.path)
        self._answer(self.path, {name: values[0] for name, values in parse_qs(body).items()})

    def _answer(self, path: str, query: dict[str, str]) -> None:
        provider = self.provider
        if provider.hangs:
            provider.hanging.wait(30)
            return
        status, content = provider.answer(path, query, self.headers)
        body = json.dumps(content).encode() if provider.raw is None else provider.raw
        self._send(status if provider.status == 200 else provider.status, body, "application/json")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@contextmanager
def providing() -> Iterator[Provider]:
    """Serve a provider on a port of loopback until the end of the block."""
    provider = Provider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        provider.address = f"http://127.0.0.1:{server.server_port}"
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        try:
            yield provider
        finally:
            provider.hanging.set()
            server.shutdown()
            serving.join()
