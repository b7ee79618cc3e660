"""The function of the document that verifies a message, run as it stands there."""

import re
from typing import Any

from tests.project.source import ROOT


def documented() -> dict[str, Any]:
    """What the Python of `docs/webhooks.md` defines."""
    text = (ROOT / "docs" / "webhooks.md").read_text(encoding="utf-8")
    [source] = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(source, "docs/webhooks.md", "exec"), names)  # noqa: S102 - our own document
    return names
