"""Word documents and workbooks, written part by part: the least that office programs and readers open."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_SPACES = " ".join(
    f'xmlns:{name}="{uri}"'
    for name, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = {
    **{f"Heading{n}": f"heading {n}" for n in range(1, 7)},
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Caption": "caption",
    "Quote": "Quote",
    "ListParagraph": "List Paragraph",
    "TOC1": "toc 1",
    "Odd": "Very odd style",
}


def png(width: int = 2, height: int = 2) -> bytes:
    """A picture in grey."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def r(text: str, *marks: str) -> str:
    """A run; ``marks`` are w:rPr's elements (``b``, ``i``, ``u w:val="single"``)."""
    look = f"<w:rPr>{''.join(f'<w:{mark}/>' for mark in marks)}</w:rPr>" if marks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(inside: str, style: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    own = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{own}{inside if inside.startswith('<') else r(inside)}</w:p>"


def h(level: int, text: str) -> str:
    return p(text, f"Heading{level}")


def li(inside: str, *, level: int = 0, number: int = 1) -> str:
    """An item of a list; ``number`` 1 has bullets, 2 numbers."""
    own = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{own}{inside if inside.startswith('<') else r(inside)}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def picture(relationship: str = "rId9", description: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr={quoteattr(description)}/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relationship}"/></pic:blipFill></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def link(text: str, relationship: str = "rId8") -> str:
    return f'<w:hyperlink r:id="{relationship}">{r(text)}</w:hyperlink>'


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def docx(
    body: str,
    *,
    notes: Sequence[str] = (),
    media: Mapping[str, bytes] | None = None,
    title: str = "",
    language: str = "en-US",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A document; ``media`` by file name, the first of them is ``rId9``, the next ``rId10``; ``rId8`` is a web page."""
    media = {"image1.png": png()} if media is None else media
    relationships = [
        ("rId1", "styles", "styles.xml", ""),
        ("rId2", "numbering", "numbering.xml", ""),
        ("rId3", "footnotes", "footnotes.xml", ""),
        ("rId8", "hyperlink", "https://example.org/page?a=1&b=2", ' TargetMode="External"'),
        *((f"rId{9 + at}", "image", f"media/{name}", "") for at, name in enumerate(media)),
    ]
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val="{name}"/></w:style>'
        for own, name in _STYLES.items()
    )
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    levels = {
        kind: "".join(f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{kind}"/></w:lvl>' for n in range(3))
        for kind in ("bullet", "decimal")
    }
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels[kind]}</w:abstractNum>'
        for n, kind in ((1, "bullet"), (2, "decimal"))
    ) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    footnotes = "".join(f'<w:footnote w:id="{n}">{p(text)}</w:footnote>' for n, text in enumerate(notes, 1))
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": _xml(
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": _relationships([("rId1", "officeDocument", "word/document.xml", "")]),
        "word/document.xml": _xml(f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"),
        "word/styles.xml": _xml(f"<w:styles {_SPACES}>{defaults}{styles}</w:styles>"),
        "word/numbering.xml": _xml(f"<w:numbering {_SPACES}>{numbering}</w:numbering>"),
        "word/footnotes.xml": _xml(f"<w:footnotes {_SPACES}>{footnotes}</w:footnotes>"),
        "word/_rels/document.xml.rels": _relationships(relationships),
        **{f"word/media/{name}": data for name, data in media.items()},
    }
    if title:
        written["docProps/core.xml"] = _xml(
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
        )
    return packed({**written, **(parts or {})})


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def _xml(text: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}'


def _relationships(entries: Sequence[tuple[str, str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{own}" Type="{_REL}/{kind}" Target={quoteattr(target)}{mode}/>'
        for own, kind, target, mode in entries
    )
    return _xml(
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )
