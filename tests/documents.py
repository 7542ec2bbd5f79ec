"""Builders of small real files, one for each format that Concord reads."""

from collections.abc import Collection, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

PARAGRAPHS = (
    "The harbour council of Port Ellery voted on Monday to rebuild the breakwater before the winter storms.",
    "Engineers had warned in March that two of its nine caissons were cracked and could fail in a heavy sea.",
    "The work will cost 4.2 million crowns, most of it paid by the province, said the mayor, Ines Varga.",
)


def write_docx(path: Path, paragraphs: Sequence[str], items: Sequence[str] = (), title: str = "") -> Path:
    """Write a Word document of paragraphs, a bulleted list and one table row."""
    import docx

    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.created = datetime(2021, 9, 14, 8, 30)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for item in items:
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Caisson 7", "cracked"
    document.save(str(path))
    return path


def write_word_xml(path: Path, body: str, notes: str = "") -> Path:
    """Write a Word document of what Word itself would write between `<w:body>` and its end, and of footnotes."""
    import docx
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    names = nsdecls("w", "r", "wp") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = docx.Document()
    for element in reversed(list(parse_xml(f"<w:body {names}>{body}</w:body>"))):
        document.element.body.insert(0, element)
    if notes:
        data = f"<w:footnotes {names}>{notes}</w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, data, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(str(path))
    return path


def write_epub(path: Path, chapters: Sequence[Sequence[str]], title: str) -> Path:
    """Write a book whose files are added in reverse, so that only the spine tells the reading order."""
    from ebooklib import epub

    book = epub.EpubBook()
    book.set_identifier("concord-test")
    book.set_title(title)
    book.set_language("en")
    book.add_metadata("DC", "publisher", "Quay Press")
    book.add_metadata("DC", "date", "2019-05-02")
    parts = []
    for number, paragraphs in enumerate(chapters, 1):
        part = epub.EpubHtml(title=f"Chapter {number}", file_name=f"{number}.xhtml", uid=f"c{number}")
        part.content = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        parts.append(part)
    for part in reversed(parts):
        book.add_item(part)
    book.spine = list(parts)
    book.add_item(epub.EpubNcx())
    epub.write_epub(str(path), book)
    return path


Placed = tuple[float, float, float, str]
"""A line of text as it is printed: its place from the left and from below, its size, and what it says."""


_BARE = str.maketrans("", "", "()")


def pdf_bytes(pages: Sequence[Sequence[str]], password: str | None = None, made: str = "") -> bytes:
    """Return a PDF with these lines of text on its pages, encrypted where a password is given; `made` is its date."""
    placed = [[(60.0, 780.0 - 14 * at, 11.0, line) for at, line in enumerate(lines)] for lines in pages]
    return placed_pdf(placed, password, **({"CreationDate": made} if made else {}))


def placed_pdf(
    pages: Sequence[Sequence[Placed]], password: str | None = None, bold: Collection[str] = (), **about: str
) -> bytes:
    """Return a PDF with lines of text at their places, drawn in the order given, some of them in `bold`.

    `about` is what it says of itself.
    """
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    writer.add_metadata({f"/{name}": value for name, value in about.items()})
    fonts = DictionaryObject(
        {
            NameObject(name): DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(face),
                }
            )
            for name, face in (("/F1", "/Helvetica"), ("/F2", "/Helvetica-Bold"))
        }
    )
    for lines in pages:
        page = writer.add_blank_page(width=595, height=842)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        shown = "\n".join(
            f"BT /F{1 + (text in bold)} {size} Tf {size} TL 1 0 0 1 {x} {y} Tm ({text.translate(_BARE)}) Tj T* ET"
            for x, y, size, text in lines
        )
        stream = DecodedStreamObject()
        stream.set_data(shown.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password is not None:
        writer.encrypt(password)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


WEB_PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>Breakwater to be rebuilt | Ellery Gazette</title>
<meta property="og:title" content="Breakwater to be rebuilt">
<meta property="og:site_name" content="Ellery Gazette">
<meta property="article:published_time" content="2021-09-14T18:20:00+02:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Breakwater to be rebuilt</h1>{paragraphs}<p>The contract goes to the Café Bräuer yard – the
only bidder.</p></article>
<aside><h3>Related stories</h3><ul><li><a href="/a">Ferry Fares Rise Again</a></li></ul></aside>
<div id="comments" class="comments"><h3>2 comments</h3><div class="comment"><p>About time!</p></div></div>
</body></html>
"""


def web_page(charset: str) -> bytes:
    """Return a page of news with navigation, links to other stories and comments, in this character set."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return WEB_PAGE.format(charset=charset, paragraphs=paragraphs).encode(charset)
