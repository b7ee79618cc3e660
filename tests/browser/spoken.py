"""Which language a page speaks: an Indonesian one says no English, not even in what it hides."""

import re
from typing import Final

from playwright.sync_api import Page

ENGLISH: Final = frozenset(
    re.findall(
        r"\w+",
        "the and of with for is are was were this that these not from on to or you your please"
        " must have has been will cannot should which what when where invalid required unknown",
    )
)
"""Words that stand in almost every English sentence, and in no Indonesian one."""

_SAID: Final = """
() => {
  if (document.documentElement.lang !== "id") return "";
  const names = ["aria-label", "title", "placeholder", "alt"];
  const said = [];
  const listen = part => {
    if (part.lang && part.lang !== "id") return;
    if (["CODE", "SCRIPT", "STYLE"].includes(part.tagName)) return;
    said.push(...names.map(name => part.getAttribute(name)).filter(Boolean));
    for (const each of part.childNodes) {
      if (each.nodeType === Node.TEXT_NODE) said.push(each.data);
      if (each.nodeType === Node.ELEMENT_NODE) listen(each);
    }
  };
  listen(document.body);
  return said.join(" ");
}
"""


def english(page: Page) -> list[str]:
    """The English words of an Indonesian page, except in code and other languages."""
    said = set(re.findall(r"[a-z]+", page.evaluate(_SAID).lower()))
    return [f"English: {sorted(said & ENGLISH)}"] if said & ENGLISH else []
