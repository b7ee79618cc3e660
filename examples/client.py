"""A small client of the Netralitas API: copy it, and change what you need. Needs only httpx.

    export NETRALITAS_API=https://netralitas.example
    export NETRALITAS_TOKEN=ntr_...
    python client.py cases                      open cases of the office, by deadline
    python client.py steps 17                   what leads on from each proceeding of case 17
    python client.py form 17 23 CODE            what a move asks for
    python client.py move 17 23 CODE happened=2024-09-02 reason="..."

Exit code 0: done. 1: the API said no; its sentence is printed. 2: called wrongly.
"""

import os
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import httpx

TRIES = 5
LONGEST_WAIT = 60.0  # seconds


class RefusedError(Exception):
    """The API said no; `problem` is its answer (RFC 9457)."""

    def __init__(self, problem: dict[str, Any]) -> None:
        told = [problem.get("detail", ""), problem.get("remedy", "")]
        told += [one["sentence"] for one in problem.get("obstacles", ())]
        for name, sentences in (problem.get("errors") or {}).items():
            told += [f"{name}: {sentence}" for sentence in sentences]
        told += problem.get("changed", ())
        super().__init__("\n".join(dict.fromkeys(filter(None, told))))
        self.problem = problem


class Netralitas:
    """The API at one address, with one token."""

    def __init__(self, address: str, token: str) -> None:
        self._client = httpx.Client(
            base_url=f"{address.rstrip('/')}/api/v1",
            headers={"Authorization": f"Bearer {token}"},
            timeout=30.0,
        )

    def get(self, path: str, **asked: Any) -> httpx.Response:
        """Return an answer; RefusedError when the API says no."""
        return self._send("GET", path, params=asked)

    def pages(self, path: str, **asked: Any) -> Iterator[dict[str, Any]]:
        """Yield every item of a list, page by page."""
        cursor: str | None = ""
        while cursor is not None:
            page = self.get(path, **asked, **({"cursor": cursor} if cursor else {})).json()
            yield from page["items"]
            cursor = page["next"]

    def write(self, path: str, body: dict[str, Any], version: str | None = None) -> dict[str, Any]:
        """Return the answer of a write, done once however often it is sent.

        `version` is the ETag of the proceeding as it was read. The key is the same at each try: a
        write whose answer was lost is not done again.
        """
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        if version is not None:
            headers["If-Match"] = version
        answer: dict[str, Any] = self._send("POST", path, json=body, headers=headers).json()
        return answer

    def _send(self, method: str, path: str, **sent: Any) -> httpx.Response:
        for number in range(1, TRIES):
            try:
                answer = self._client.request(method, path, **sent)
            except httpx.TransportError:
                _wait(2**number)
                continue
            if not _may_try_again(answer):
                return _accepted(answer)
            _wait(float(answer.headers.get("Retry-After", 2**number)))
        return _accepted(self._client.request(method, path, **sent))


def _wait(seconds: float) -> None:
    """Do nothing for so long, as the API asked, or before a try that may fare better."""
    time.sleep(min(seconds, LONGEST_WAIT))  # this program has nothing else to do meanwhile


def _may_try_again(answer: httpx.Response) -> bool:
    """Say whether the same request may succeed a moment later."""
    if answer.status_code in {429, 503}:
        return True
    return answer.status_code == 409 and "Retry-After" in answer.headers  # in progress


def _accepted(answer: httpx.Response) -> httpx.Response:
    """Return the answer itself; RefusedError when the API said no."""
    if answer.is_error:
        raise RefusedError(_problem(answer))
    return answer


def _problem(answer: httpx.Response) -> dict[str, Any]:
    if "json" in answer.headers.get("content-type", ""):
        problem: dict[str, Any] = answer.json()
        return problem
    return {"status": answer.status_code, "detail": f"HTTP {answer.status_code}"}


def cases(api: Netralitas) -> None:
    """Print the open cases of the office, by deadline."""
    for line in api.pages("/cases", limit=100):
        print(line["case"], line["number"], line["stage"], line["due"] or "-", sep="\t")


def steps(api: Netralitas, case: str) -> None:
    """Print what leads on from each proceeding of a case, and what stands against it."""
    for proceeding in api.get(f"/cases/{case}/proceedings").json()["items"]:
        print(proceeding["id"], proceeding["label"], proceeding["state_label"], sep="\t")
        for step in proceeding["steps"]:
            why = " ".join(one["sentence"] for one in step["obstacles"])
            print("", step["code"], "possible" if step["possible"] else why, sep="\t")


def form(api: Netralitas, case: str, proceeding: str, code: str) -> None:
    """Print what a move asks for."""
    asked = api.get(f"/cases/{case}/proceedings/{proceeding}/moves/{code}").json()
    for field in asked["fields"]:
        needed = "required" if field["required"] else "optional"
        print(field["name"], field["kind"], needed, field["label"], sep="\t")


def move(api: Netralitas, case: str, proceeding: str, code: str, *filled: str) -> None:
    """Make a move with the fields filled in as name=value."""
    at = f"/cases/{case}/proceedings/{proceeding}"
    version = api.get(at).headers["ETag"]
    fields = dict(each.split("=", 1) for each in filled)
    done = api.write(f"{at}/moves/{code}", {"fields": fields}, version)
    for now in done["proceedings"]:
        print(now["id"], now["state"], now["version"], sep="\t")


COMMANDS: dict[str, Callable[..., None]] = {
    "cases": cases,
    "steps": steps,
    "form": form,
    "move": move,
}


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    try:
        api = Netralitas(os.environ["NETRALITAS_API"], os.environ["NETRALITAS_TOKEN"])
        COMMANDS["".join(arguments[:1])](api, *arguments[1:])
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    except (KeyError, TypeError, ValueError):
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
