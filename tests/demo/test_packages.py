"""Packages of the demo: accepted inside, confirmed by code outside, and one that waits outside."""

from tests.demo.conftest import type_ask

_OUTSIDE = """
SELECT k.confirmed_at IS NOT NULL AS confirmed, l.proof, p.state,
       k.sealed_digest IS NOT NULL AND k.code_digest IS NOT NULL AS made,
       s.content ->> 'confirmed_at' IS NOT NULL AS shown
FROM package k
JOIN letter l ON l.id = k.letter
JOIN package_proceeding a ON a.package = k.id
JOIN proceeding p ON p.id = a.proceeding
JOIN published.package s ON s.digest = k.code_digest
ORDER BY k.frozen_at
"""
_INSIDE = """
SELECT count(*) FROM package k
JOIN package_proceeding a ON a.package = k.id
JOIN proceeding p ON p.id = a.proceeding AND p.state <> 'forwarded'
WHERE EXISTS (SELECT FROM desk d WHERE d.organisation = k.receiver)
"""
_TOLD = """
SELECT k.digest = sha256(k.manifest) AND e.details ->> 'package' = encode(k.digest, 'hex') AS same
FROM package k JOIN event e ON e.id = k.event
"""


def test_one_package_was_confirmed_by_code_and_one_waits(ask: type_ask) -> None:
    assert [tuple(row) for row in ask(_OUTSIDE)] == [
        (True, "code", "received", True, True),
        (False, None, "forwarded", True, False),
    ]


def test_packages_were_accepted_inside(ask: type_ask) -> None:
    assert ask(_INSIDE)[0][0] > 10


def test_every_package_has_its_digest_in_its_event(ask: type_ask) -> None:
    told = [row["same"] for row in ask(_TOLD)]
    assert len(told) > 20
    assert all(told)
