"""What a browser answers for a passkey, judged by the library `webauthn`.

To load it takes long and few requests need it: import this module where it is used.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from webauthn import verify_authentication_response, verify_registration_response
from webauthn.helpers import (
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)

from netralitas.accounts.second_factor.passkeys import AnswerRefusedError, Question, end_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Which passkey answers, and whose it is where the device says so."""

    credential: bytes
    handle: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """A challenge that was answered: its digest, and until when it must be remembered."""

    digest: bytes
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """The public half of a new passkey; `verifying`: its device asks who holds it."""

    credential: bytes
    public_key: bytes
    sign_count: int
    verifying: bool
    spent: Spent


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A right answer: how often the device has counted, and which challenge it was."""

    sign_count: int
    spent: Spent


def told(answer: str) -> Told:
    """Return of which passkey an answer says it is; AnswerRefusedError when it says nothing."""
    try:
        given = parse_authentication_credential_json(answer)
    except Exception as error:
        raise AnswerRefusedError from error
    return Told(credential=given.raw_id, handle=given.response.user_handle)


def registered(asked: Question, answer: str, now: datetime) -> Registered:
    """Return the new passkey that an answer brings; raises AnswerRefusedError."""
    try:
        given = parse_registration_credential_json(answer)
        challenge = parse_client_data_json(given.response.client_data_json).challenge
        spent = _spent(asked, challenge, now)
        made = verify_registration_response(
            credential=given,
            expected_challenge=challenge,
            expected_rp_id=asked.site,
            expected_origin=asked.origin,
        )
    except Exception as error:
        raise AnswerRefusedError from error
    return Registered(
        credential=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        verifying=made.user_verified,
        spent=spent,
    )


def answered(
    asked: Question,
    answer: str,
    now: datetime,
    *,
    public_key: bytes,
    sign_count: int,
    sure: bool,
) -> Answered:
    """Return a right answer of the passkey with this public key; raises AnswerRefusedError.

    `sure`: its device must have made sure who holds it. The count must have grown since.
    """
    try:
        given = parse_authentication_credential_json(answer)
        challenge = parse_client_data_json(given.response.client_data_json).challenge
        spent = _spent(asked, challenge, now)
        done = verify_authentication_response(
            credential=given,
            expected_challenge=challenge,
            expected_rp_id=asked.site,
            expected_origin=asked.origin,
            credential_public_key=public_key,
            credential_current_sign_count=sign_count,
            require_user_verification=sure,
        )
    except Exception as error:
        raise AnswerRefusedError from error
    return Answered(sign_count=done.new_sign_count, spent=spent)


def _spent(asked: Question, challenge: bytes, now: datetime) -> Spent:
    until = end_of(asked, challenge, now)
    if until is None:
        raise AnswerRefusedError
    return Spent(digest=sha256(challenge).digest(), until=until)
