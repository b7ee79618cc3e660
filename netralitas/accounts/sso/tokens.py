"""The token by which a provider vouches for somebody: believed after all of it was checked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

from netralitas.accounts.domain import mail_is_well_formed
from netralitas.accounts.sso.domain import SKEW, Provider, Somebody, SsoProblem, SsoRefused

SIGNED_BY: Final = [
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "Ed25519", "EdDSA"),
]
"""Signatures of a private key alone: never `none`, never a secret that both sides have."""

_LONGEST: Final = 255
"""Characters of a provider's name for somebody (OpenID Connect Core, 2)."""


class KeyMissing(SsoRefused):
    """The key that a token names is not among those that are known; there may be new ones."""

    def __init__(self) -> None:
        """It is not to be trusted, unless the key turns up."""
        super().__init__(SsoProblem.UNTRUSTED)


def checked(
    token: str, keys: KeySet, provider: Provider, nonce: str, now: datetime
) -> Mapping[str, Any]:
    """Return the claims of a token whose signature, issuer, audience, nonce and time hold.

    Raises SsoRefused for any other. `now` is aware; clocks may differ by SKEW seconds.
    """
    try:
        claims = jwt.decode(token, keys, algorithms=SIGNED_BY).claims
    except InvalidKeyIdError as error:
        raise KeyMissing from error
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise SsoRefused(SsoProblem.UNTRUSTED) from error
    seconds = int(now.timestamp())
    demanded = JWTClaimsRegistry(
        now=seconds,
        leeway=SKEW,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        nonce={"essential": True, "value": nonce},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
    )
    _hold_in_time(claims, seconds)
    try:
        demanded.validate(claims)
    except ExpiredTokenError as error:
        raise _clock(claims, seconds) from error
    except JoseError as error:
        raise SsoRefused(SsoProblem.UNTRUSTED) from error
    _hold_for_us(claims, provider)
    return claims


def somebody(claims: Mapping[str, Any], provider: Provider) -> Somebody:
    """Return whom the claims are about, with nothing in it that the provider has not verified."""
    said = {str(claims.get("acr"))} | _texts(claims.get("amr"))
    return Somebody(
        subject=str(claims["sub"]),
        email=_email(claims, provider.email_claim),
        nip=_nip(claims.get(provider.nip_claim)) if provider.nip_claim else None,
        factor=bool(said & provider.factor_values),
    )


def _hold_in_time(claims: Mapping[str, Any], now: int) -> None:
    issued = _seconds(claims.get("iat"))
    if issued is not None and issued > now + SKEW:
        raise _clock(claims, now)


def _clock(claims: Mapping[str, Any], now: int) -> SsoRefused:
    """Return the refusal of a token that came just now and is not of now."""
    issued = _seconds(claims.get("iat"))
    apart = 0.0 if issued is None else abs(issued - now)
    return SsoRefused(SsoProblem.CLOCK, minutes=max(1, round(min(apart, 1e9) / 60)))


def _hold_for_us(claims: Mapping[str, Any], provider: Provider) -> None:
    """Hold that a token for several is presented by us (OpenID Connect Core, 3.1.3.7)."""
    audience, presenter = claims["aud"], claims.get("azp")
    several = isinstance(audience, list) and len(audience) > 1
    if (several or presenter is not None) and presenter != provider.client_id:
        raise SsoRefused(SsoProblem.UNTRUSTED)
    if not 0 < len(claims["sub"]) <= _LONGEST:
        raise SsoRefused(SsoProblem.UNTRUSTED)


def _email(claims: Mapping[str, Any], claim: str) -> str | None:
    address = claims.get(claim) if claim else None
    verified = claims.get("email_verified") is True
    if not verified or not isinstance(address, str) or not mail_is_well_formed(address):
        return None
    return address.lower()


def _nip(value: object) -> str | None:
    digits = "".join(str(value).split()) if isinstance(value, str | int) else ""
    return digits if len(digits) == 18 and digits.isascii() and digits.isdigit() else None


def _texts(value: object) -> set[str]:
    return {each for each in value if isinstance(each, str)} if isinstance(value, list) else set()


def _seconds(value: object) -> float | None:
    """Return a time of the token; NaN and infinity are none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 1e15 else None
