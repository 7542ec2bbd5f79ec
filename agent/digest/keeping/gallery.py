"""The gallery: the faces of the last digest as they were drawn, so that an unchanged one is not drawn again.

Nothing in it is needed: what is missing, damaged, or was drawn otherwise or of another digest is drawn again.
"""

import os
import shutil
import sys
import zlib
from contextlib import suppress
from functools import cache
from inspect import getfile
from pathlib import Path

from agent.answer.answer import Citation
from agent.digest.faces.look import Look
from agent.digest.keeping.ingredients import hash_texts
from agent.digest.keeping.writing import write_file
from index.errors import LibraryError
from index.places import make_folder
from index.source import Source

_PACKAGES = ("rich", "jinja2", "markupsafe")
"""What faces are drawn with."""


class Gallery:
    """The `faces` folder among a library's digests: one file a form, under the key of what it was drawn from."""

    def __init__(self, library_folder: Path) -> None:
        self._folder = library_folder / "digests" / "faces"

    def find(self, look: Look, stamp: str) -> str | None:
        """Return the face of the digest that has this stamp, None where it is not kept."""
        if not stamp:
            return None
        key = _make_key(look, stamp)
        try:
            kept = self._place(look).read_bytes()
            return zlib.decompress(kept[len(key) :]).decode() if kept.startswith(key) else None
        except (OSError, zlib.error, UnicodeDecodeError):
            return None

    def keep(self, look: Look, stamp: str, drawn: str) -> None:
        """Keep a face in place of the one of its form; where that fails, it is drawn again next time."""
        if not stamp:
            return
        with suppress(LibraryError):
            make_folder(self._folder)
            write_file(self._place(look), _make_key(look, stamp) + zlib.compress(drawn.encode(), 1))

    def clear(self) -> None:
        """Forget all faces, for there is another digest."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _place(self, look: Look) -> Path:
        return self._folder / (f"{look.form}-colour" if look.colour else look.form)


def _make_key(look: Look, stamp: str) -> bytes:
    """Return a key of a fixed length."""
    return hash_texts({"look": repr(look), "stamp": stamp, "drawing": hash_drawing()}).encode()


@cache
def hash_drawing() -> str:
    """Return the hash of what decides how a digest is drawn: our code and templates, and the packages they use."""
    from importlib.metadata import version

    folder = Path(__file__).parents[1]
    code = [file for file in folder.rglob("*") if file.suffix in (".py", ".jinja")]
    code += [Path(getfile(kind)) for kind in (Citation, Source)]
    texts = {str(file): file.read_text("utf-8") for file in code}
    texts |= {name: version(name) for name in _PACKAGES}
    # Rich counts the columns of a letter as that version of Unicode says.
    return hash_texts(texts | {"python": sys.version, "unicode": os.environ.get("UNICODE_VERSION", "")})
