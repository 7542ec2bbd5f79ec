"""Writing a file so that it is there whole or not at all."""

import os
from pathlib import Path

from index.errors import LibraryError


def write_file(file: Path, content: str | bytes) -> None:
    """Write a text or bytes to a file in place of what it had; raises LibraryError where that cannot be done."""
    place = file.resolve()
    content = content.encode() if isinstance(content, str) else content
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(content)  # a pipe or a device cannot be replaced
            return
        part = place.with_name(f".{place.name}.{os.getpid()}.part")
        try:
            part.write_bytes(content)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        message = f"{file} cannot be written: {error.strerror}."
        raise LibraryError(message, "Check the folder's permissions and the room on the disk.") from error
