"""The zip archive that DOCX and EPUB files are."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from index.errors import SourceError

_UNPACKED_BYTES = 1_000_000_000
_PART_BYTES = 200_000_000
_TEXT_SUFFIXES = (".xml", ".xhtml", ".html", ".htm", ".opf", ".ncx")


def check_archive(data: bytes, what: str) -> None:
    """Raise SourceError unless `data` is a whole zip archive that unpacks to a sane size."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            sizes = [entry.file_size for entry in entries if entry.filename.lower().endswith(_TEXT_SUFFIXES)]
            if sum(entry.file_size for entry in entries) > _UNPACKED_BYTES or max(sizes, default=0) > _PART_BYTES:
                raise SourceError(f"The {what} unpacks to more than can be read.", "Split it into smaller documents.")
            damaged = archive.testzip()
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise SourceError(f"The {what} is cut off or broken.", "Copy it again from where it came from.") from error
    if damaged:
        raise SourceError(f"The {what} is damaged ({damaged}).", "Copy it again from where it came from.")
