"""What the pages of the register and of captures show, and their files."""

from netralitas.evidence.web.queries.files import CaptureFile, file_of
from netralitas.evidence.web.queries.of_case import case_page, hold_capturing
from netralitas.evidence.web.queries.one import (
    Prefill,
    address_page,
    prefill,
    recent_cases,
    seen_address,
)
from netralitas.evidence.web.queries.register import register_page
from netralitas.evidence.web.queries.sharing import (
    Shareable,
    shareable_address,
    shareable_addresses,
)

__all__ = [
    "CaptureFile",
    "Prefill",
    "Shareable",
    "address_page",
    "case_page",
    "file_of",
    "hold_capturing",
    "prefill",
    "recent_cases",
    "register_page",
    "seen_address",
    "shareable_address",
    "shareable_addresses",
]
