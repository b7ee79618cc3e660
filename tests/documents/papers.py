"""Reading a PDF of ours as its readers do: the text of its pages, and what it promises."""

import io
import re

import pikepdf

_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def opened(paper: bytes) -> pikepdf.Pdf:
    """The PDF, to be looked into."""
    return pikepdf.open(io.BytesIO(paper))


def text_of(paper: bytes) -> str:
    """Every text of the pages in reading order, with single spaces."""
    with opened(paper) as pdf:
        return " ".join(" ".join(_page(page)) for page in pdf.pages)


def together(paper: bytes) -> str:
    """The text without any space: where a line breaks and what is kerned does not matter."""
    return re.sub(r"\s", "", text_of(paper))


def fonts_of(paper: bytes) -> list[tuple[str, bool]]:
    """Each typeface of the pages by name, and whether its letters are in the file."""
    with opened(paper) as pdf:
        found = set()
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                inner = font.DescendantFonts[0]
                kept = {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())
                found.add((str(font.BaseFont), bool(kept)))
        return sorted(found)


def _page(page: pikepdf.Page) -> list[str]:
    tables = {name: _letters(font) for name, font in page.Resources.Font.items()}
    current: dict[int, str] = {}
    said = []
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "Tf":
            current = tables[str(step.operands[0])]
        elif str(step.operator) in {"Tj", "TJ"}:
            said.append(_shown(step.operands[0], current))
    return said


def _shown(operand: pikepdf.Object, letters: dict[int, str]) -> str:
    pieces = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    pairs = (int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2))
    return "".join(letters.get(pair, "?") for pair in pairs)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    table = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {int(code, 16): _text(letters) for code, letters in _PAIR.findall(block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, letter in _RANGE.findall(block):
            for shift in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + shift] = chr(int(letter, 16) + shift)
    return found


def _text(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode("utf-16-be")
