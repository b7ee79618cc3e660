"""Small papers for the demo: one page of PDF with a line that says it is an example."""


def example_pdf(title: str) -> bytes:
    """Return a one-page PDF that shows `title` (ASCII) and says that it is invented."""
    text = f"BT /F1 14 Tf 72 760 Td ({_plain(title)}) Tj 0 -24 Td (Berkas contoh: rekaan.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, amount = len(body), len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (amount, start)
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % amount + table + end


def _plain(title: str) -> str:
    return "".join(c for c in title if c.isascii() and c.isprintable() and c not in "()\\")
