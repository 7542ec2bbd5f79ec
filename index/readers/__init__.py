"""Readers: one module for each format, each imported only when a file of its format is read."""

import os
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from index.article.body import clean_body
from index.article.notemarks import drop_note_marks
from index.article.shape import squeezed
from index.controls import strip_document
from index.errors import SourceError
from index.source import Document

_FORMATS = {
    ".txt": "text", ".text": "text", ".log": "text", ".rst": "text", ".srt": "text", ".vtt": "text",
    ".csv": "sheet", ".tsv": "sheet", ".eml": "mail", ".mbox": "mbox", ".md": "markdown", ".markdown": "markdown",
    ".htm": "html", ".html": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".epub": "epub",
}  # fmt: skip
SUFFIXES = frozenset(_FORMATS)
"""The suffixes, in lower case and with their dot, of the files that can be read."""

TEXT_BYTES = 20_000_000
"""The most text that one document may hold."""
FILE_BYTES = 300_000_000
"""The largest PDF, DOCX or EPUB file that is read."""
_LEAST_BYTES = 65_536
"""Asked for in any case, as some systems say that a file which is made while it is read has no bytes."""
_PLAIN = ("text", "sheet", "markdown", "html")


def read_document(path: Path, data: bytes | None = None) -> Document:
    """Return the document in a file, or in its `data` as `read_bytes` gave it, its body cleaned; raises SourceError."""
    data = read_bytes(path) if data is None else data
    name = _format(path)
    try:
        document: Document = getattr(import_module(f"index.readers.{name}"), f"read_{name}")(data)
        return _complete(document, path)
    except SourceError as error:
        raise SourceError(f"{path.name}: {error.message}", error.hint) from error
    except Exception as error:  # The parsers of other projects raise anything on a malformed file.
        name = type(error).__name__
        raise SourceError(f"{path.name}: the file is broken ({name}).", "Copy it again, or remove it.") from error


def read_bytes(path: Path) -> bytes:
    """Return what is in a file that can be read; SourceError says what is wrong and what mends it.

    It is read once: a file that changes meanwhile is never seen half old and half new by a parser.
    """
    limit = TEXT_BYTES if _format(path) in _PLAIN else FILE_BYTES
    try:
        if not path.is_file():
            raise SourceError(f"{path.name}: not a file.", "Give a file or a folder that exists.")
        with path.open("rb") as file:
            # Room is made for what is asked for; a file that grows meanwhile is read again by its stamp.
            size = max(os.fstat(file.fileno()).st_size, _LEAST_BYTES)
            data = file.read(min(size, limit) + 1)
    except OSError as error:
        raise SourceError(f"{path.name}: cannot be read ({error.strerror}).", f"Check it with: ls -l {path}") from error
    if len(data) > limit:
        raise SourceError(f"{path.name}: larger than {limit // 1_000_000} MB.", _SPLIT)
    if not data.strip():
        raise SourceError(f"{path.name}: the file is empty.", "Remove it, or save it again with its content.")
    return data


def _format(path: Path) -> str:
    name = _FORMATS.get(path.suffix.lower())
    if name is None:
        raise SourceError(
            f"{path.name}: this kind of file cannot be read.", f"Concord reads {', '.join(sorted(SUFFIXES))}."
        )
    return name


_SPLIT = "Split it into smaller documents, for example with: split -C 10m"


def _complete(document: Document, path: Path) -> Document:
    """Fill in from the text what the file's metadata leaves open, and clean the body."""
    from index.readers.imprints.masthead import find_iso, list_imprint, read_masthead
    from index.readers.imprints.outlets import extend_title, split_title
    from index.readers.imprints.placeholders import keep_day
    from index.readers.imprints.revisions import choose_day, find_revision, list_ends

    document = strip_document(document)
    document = replace(document, paragraphs=tuple(map(drop_note_marks, document.paragraphs)))
    if not document.paragraphs:
        raise SourceError("there is no text in it.", "Remove it, or save it again with its content.")
    if sum(map(len, document.paragraphs)) > TEXT_BYTES:
        raise SourceError(f"more than {TEXT_BYTES // 1_000_000} MB of text.", _SPLIT)
    found = read_masthead(document.paragraphs, document.title.strip())
    whole = found.title or path.stem
    title, _ = split_title(whole)
    publisher = document.publisher or found.publisher
    published = document.date
    if published is None:
        published = found.date or find_iso(path.stem) or keep_day(document.made)
    imprint = {whole, *list_imprint(document.paragraphs, published, publisher)}
    body = clean_body(document.paragraphs, title, imprint)
    if not _is_whole(document):
        title = extend_title(title, document.paragraphs, publisher)
    revised = document.revised or find_revision(list_ends(document.paragraphs))
    told = found.date if document.date is None else document.date
    published = choose_day(told, revised, body) or published
    return Document(title, body, publisher, published or None, unread=document.unread)


def _is_whole(document: Document) -> bool:
    """Tell whether a file itself tells its title and, by another name, its publisher, as a message does."""
    title, publisher = squeezed(document.title), squeezed(document.publisher or "")
    return bool(title and publisher) and title not in publisher and publisher not in title
