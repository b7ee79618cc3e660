"""Settings: the only place that reads the environment. Every one is NETRALITAS_ and its name."""

import base64
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from netralitas.setting_values import (
    HOW,
    PREFIX,
    SettingsError,
    is_dsn,
    keys_by_name,
    secret_bytes,
    value_of,
)

__all__ = [
    "DEMO_SECRET",
    "HOW",
    "OF_THE_PUBLIC_SITE",
    "PREFIX",
    "SECRETS",
    "Settings",
    "SettingsError",
    "adopt",
    "check_secrets",
    "load",
    "load_for_demo",
]

_MAIL_ADDRESS = re.compile(r"[^@\s<>]+@[A-Za-z0-9.-]+")
_HTTP = re.compile(r"https?://[^\s/?#@]+/?")
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_AT_MOST = {"reminder_days": 365, "escalation_days": 365, "smtp_port": 65535}
SECRETS = ("vault", "index", "log", "receipt")
OF_CAPTURES = ("capture_megabytes", "capture_allow", "chromium", "tsa_url", "tsa_root")
OF_THE_DEMO = (*OF_CAPTURES, "webhook_allow")
OF_THE_PUBLIC_SITE = ("receipt",)
DEMO_SECRET = base64.b64encode(b"demo".ljust(32, b".")).decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that differs between installations. Secrets are base64 of 32 random bytes."""

    data: Path = Path("data")
    demo: bool = False
    owner_dsn: str = ""
    app_dsn: str = ""
    public_dsn: str = ""
    worker_dsn: str = ""
    auditor_dsn: str = ""
    secret_vault: str = ""
    secret_index: str = ""
    secret_log: str = ""
    secret_receipt: str = ""
    vault_key_id: str = "1"
    vault_old_keys: str = ""
    log_old_keys: str = ""
    log_name: str = "netralitas"
    base_url: str = "http://127.0.0.1:8000"
    public_url: str = ""
    session_idle_minutes: int = 60
    session_hours: int = 10
    factor_roles: str = "administrator,publisher,commissioner,auditor"
    upload_megabytes: int = 25
    api_per_minute: int = 600
    evidence_megabytes: int = 500
    files_bucket: str = ""
    files_endpoint: str = ""
    files_region: str = "us-east-1"
    files_key_id: str = ""
    files_secret: str = field(default="", repr=False)
    clamd_socket: str = ""
    clamd_seconds: int = 120
    recheck_days: int = 30
    trusted_proxies: str = ""
    protection_threshold: int = 10
    identity_minutes: int = 60
    reminder_days: int = 2
    escalation_days: int = 3
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_start_tls: bool = True
    mail_from: str = ""
    capture_megabytes: int = 50
    capture_allow: str = ""
    chromium: str = ""
    tsa_url: str = ""
    tsa_root: str = ""
    log_witnesses: str = ""
    webhook_allow: str = ""
    backup_recipients: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    oidc_label: str = "SSO pemerintah"
    oidc_scopes: str = "openid email"
    oidc_email_claim: str = "email"
    oidc_nip_claim: str = ""
    oidc_factor_values: str = ""

    @property
    def public_address(self) -> str:
        """Return where everybody reaches the public site: its own name, or that of both."""
        return (self.public_url or self.base_url).rstrip("/")

    @property
    def witnesses(self) -> tuple[str, ...]:
        """Return the addresses to which each day's head of the log is sent."""
        return tuple(part.strip() for part in self.log_witnesses.split(",") if part.strip())

    @property
    def https(self) -> bool:
        """Say whether people reach the product through TLS."""
        return self.base_url.startswith("https://")

    def lines(self) -> dict[str, str]:
        """Return these settings as environment variables."""
        given = {}
        for each in fields(self):
            value = getattr(self, each.name)
            text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
            given[PREFIX + each.name.upper()] = text
        return given

    def environment(self) -> dict[str, str]:
        """Return the environment for a process of ours that is to have these same settings."""
        kept = {key: text for key, text in os.environ.items() if not key.startswith(PREFIX)}
        return {**kept, **self.lines()}

    def vault_secrets(self) -> dict[str, bytes]:
        """Return the secrets of the vault by key id: older ones, and the present one."""
        return {**keys_by_name(self.vault_old_keys), self.vault_key_id: self.secret("vault")}

    def log_secrets(self) -> tuple[bytes, ...]:
        """Return the secrets that the log has had, oldest first, and the present one."""
        older = [part.strip() for part in self.log_old_keys.split(",") if part.strip()]
        return (*(secret_bytes("log", part) for part in older), self.secret("log"))

    def secret(self, name: str) -> bytes:
        """Return the 32 bytes of the secret `name`; SettingsError when it is unusable."""
        return secret_bytes(name, getattr(self, f"secret_{name}"))


_adopted: dict[str, str] = {}


def adopt(file: Path) -> None:
    """Let the lines KEY=VALUE of `file` stand in for the environment of this process.

    The demo leaves such a file, so that the commands find its database. SettingsError when it
    cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} is not a file of settings, KEY=VALUE in each line.") from error
    _adopted.clear()
    pairs = (line.partition("=") for line in lines if "=" in line)
    _adopted.update((key, text) for key, _, text in pairs)


def load(
    environment: Mapping[str, str] | None = None, *, secrets: Sequence[str] = SECRETS
) -> Settings:
    """Return the settings of the environment, checked; outside the demo real secrets are demanded.

    Those named in `secrets`: the public site has a use for one only, and should be given no other.
    Raises SettingsError with one sentence: an unknown or malformed setting, a secret that is
    missing, too short, or the demo's own.
    """
    source = (_adopted or os.environ) if environment is None else environment
    known = {each.name: each.type for each in fields(Settings)}
    given: dict[str, object] = {}
    for key, text in source.items():
        if key.startswith(PREFIX):
            name = key.removeprefix(PREFIX).lower()
            if name not in known:
                raise SettingsError(f"{key} is not a setting; docs/operations.md lists them all.")
            given[name] = value_of(key, known[name], text)
    settings = Settings(**given)  # type: ignore[arg-type]  # values are checked by value_of
    _check_addresses(settings)
    _check_reminders(settings)
    _check_witnesses(settings)
    _check_captures(settings)
    _check_files(settings)
    if not settings.demo:
        check_secrets(settings, secrets)
    return settings


def load_for_demo(environment: Mapping[str, str] | None = None) -> Settings:
    """Return settings of the demo with what the environment says of other servers, and no more.

    Raises SettingsError as `load` does.
    """
    source = os.environ if environment is None else environment
    chosen = {PREFIX + name.upper() for name in OF_THE_DEMO}
    given = {key: text for key, text in source.items() if key in chosen}
    return load({**given, f"{PREFIX}DEMO": "yes"})


def check_secrets(settings: Settings, secrets: Sequence[str] = SECRETS) -> None:
    """Hold that those secrets are real; SettingsError names the first that is not."""
    for name in secrets:
        if settings.secret(name) == base64.b64decode(DEMO_SECRET):
            key = f"{PREFIX}SECRET_{name.upper()}"
            raise SettingsError(f"{key} is the demo's secret; make a new one. {HOW}")
    if "vault" in secrets:
        settings.vault_secrets()
    if "log" in secrets:
        settings.log_secrets()


def _check_addresses(settings: Settings) -> None:
    """Hold that every address is one; whether somebody answers there is found out later."""
    if not settings.base_url.startswith(("http://", "https://")):
        raise SettingsError(f"{PREFIX}BASE_URL must begin with http:// or https://.")
    if settings.public_url and not settings.public_url.startswith(("http://", "https://")):
        raise SettingsError(f"{PREFIX}PUBLIC_URL must begin with http:// or https://.")
    for each in fields(settings):
        dsn = getattr(settings, each.name) if each.name.endswith("_dsn") else ""
        if dsn and not is_dsn(dsn):
            key = PREFIX + each.name.upper()
            raise SettingsError(f"{key} is no DSN such as postgresql://ROLE@HOST:5432/DATABASE.")


def _check_reminders(settings: Settings) -> None:
    """Hold that numbers are such as can be meant, and that a mail server comes with a sender."""
    for name, most in _AT_MOST.items():
        if getattr(settings, name) > most:
            raise SettingsError(f"{PREFIX}{name.upper()} must be a whole number from 1 to {most}.")
    if settings.smtp_host and not _MAIL_ADDRESS.fullmatch(settings.mail_from):
        example = "netralitas@bawaslu.example"
        raise SettingsError(f"{PREFIX}MAIL_FROM must be an address such as {example}.")


def _check_witnesses(settings: Settings) -> None:
    """Hold that whoever is to keep the heads of the log has an address, and mail can be sent."""
    if not all(_MAIL_ADDRESS.fullmatch(address) for address in settings.witnesses):
        example = "arsip@mitra.example"
        raise SettingsError(f"{PREFIX}LOG_WITNESSES must be addresses such as {example}.")
    if settings.witnesses and not settings.smtp_host:
        raise SettingsError(f"{PREFIX}LOG_WITNESSES needs a mail server; set {PREFIX}SMTP_HOST.")


def _check_captures(settings: Settings) -> None:
    """Hold that captures reach the public internet alone, and that what they use can be found."""
    for name in ("capture_allow", "webhook_allow"):
        if getattr(settings, name) and not settings.demo:
            key = f"{PREFIX}{name.upper()}"
            raise SettingsError(f"{key} is for tests and the demo only; unset it.")
    if settings.tsa_url and not settings.tsa_url.startswith(("http://", "https://")):
        raise SettingsError(f"{PREFIX}TSA_URL must begin with http:// or https://.")
    for name in ("chromium", "tsa_root"):
        path = getattr(settings, name)
        if path and not Path(path).is_file():
            raise SettingsError(f"{PREFIX}{name.upper()}: there is no file {path}.")


def _check_files(settings: Settings) -> None:
    """Hold that a bucket comes with all it needs, and nothing of one comes without it."""
    of_bucket = ("files_endpoint", "files_key_id", "files_secret")
    if not settings.files_bucket:
        for name in of_bucket:
            if getattr(settings, name):
                raise SettingsError(f"{PREFIX}{name.upper()} needs {PREFIX}FILES_BUCKET.")
        return
    if not _BUCKET.fullmatch(settings.files_bucket):
        raise SettingsError(f"{PREFIX}FILES_BUCKET must be the name of a bucket, such as berkas.")
    for name in ("files_region", "files_key_id", "files_secret"):
        if not getattr(settings, name):
            raise SettingsError(f"{PREFIX}{name.upper()} is not set; the bucket needs it.")
    if settings.files_endpoint and not _HTTP.fullmatch(settings.files_endpoint):
        raise SettingsError(f"{PREFIX}FILES_ENDPOINT must be such as https://s3.example:9000.")
