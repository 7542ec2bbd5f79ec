"""The cabinet: the traits of sources by content address, so that only those of new texts are read.

It is an SQLite file beside the digests. Nothing in it is needed: what is damaged or missing is read again.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Collection, Mapping
from contextlib import closing, suppress
from dataclasses import astuple
from pathlib import Path

from agent.digest.events.happenings import Happenings
from agent.digest.events.traits import Traits
from index.places import make_folder

_LAYOUT = "CREATE TABLE IF NOT EXISTS traits (key TEXT PRIMARY KEY, counts TEXT, lead BLOB, sum INTEGER)"
_PATIENCE = 5.0
"""Seconds that another process which writes is waited for; after that nothing is kept."""


class Cabinet:
    """Traits kept by key in the folder of a library's digests."""

    def __init__(self, library_folder: Path) -> None:
        self._file = library_folder / "digests" / "traits.db"

    def gather(self, keys: Mapping[int, str], read: Callable[[int], Traits]) -> dict[int, Traits]:
        """Return the traits of sources whose keys are given by their ids; `read` is called for those that are new.

        What was kept for other sources is forgotten.
        """
        known = self._find()
        new = {key: read(source) for source, key in keys.items() if key not in known}
        self._keep(new, set(keys.values()))
        known |= new
        return {source: known[key] for source, key in keys.items()}

    def _find(self) -> dict[str, Traits]:
        if not self._file.exists():
            return {}
        found: dict[str, Traits] = {}
        # What was found before the damage is as good as ever: each entry is whole or left out.
        with suppress(sqlite3.Error), closing(self._open()) as connection:
            for key, counts, lead, checksum in connection.execute("SELECT key, counts, lead, sum FROM traits"):
                if checksum == _sum(counts, lead):
                    found[key] = _unpack(counts, lead)
        return found

    def _keep(self, new: dict[str, Traits], used: Collection[str]) -> None:
        """Keep new traits and forget those that are not used; where that fails, they are read again next time."""
        make_folder(self._file.parent)
        try:
            self._write(new, used)
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                return  # another process is about to keep much the same
            self._file.unlink(missing_ok=True)
            with suppress(sqlite3.Error):
                self._write(new, used)

    def _write(self, new: dict[str, Traits], used: Collection[str]) -> None:
        with closing(self._open()) as connection, connection:
            connection.execute(_LAYOUT)
            old = [(key,) for (key,) in connection.execute("SELECT key FROM traits") if key not in used]
            connection.executemany("DELETE FROM traits WHERE key = ?", old)
            rows = [(key, *_pack(traits)) for key, traits in new.items()]
            connection.executemany("INSERT OR REPLACE INTO traits VALUES (?, ?, ?, ?)", rows)

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, timeout=_PATIENCE)


def _pack(traits: Traits) -> tuple[str, bytes, int | None]:
    happenings = [sorted(each) for each in astuple(traits.happenings)]
    counts, lead = json.dumps([traits.terms, traits.names, happenings], ensure_ascii=False), traits.lead.tobytes()
    return counts, lead, _sum(counts, lead)


def _unpack(counts: str, lead: bytes) -> Traits:
    import numpy as np

    terms, names, happenings = json.loads(counts)
    return Traits(terms, names, np.frombuffer(lead, dtype=np.float32), Happenings(*map(frozenset, happenings)))


def _sum(counts: object, lead: object) -> int | None:
    """Return the checksum of a row, None for one that holds something else than was ever written."""
    if not isinstance(counts, str) or not isinstance(lead, bytes):
        return None
    return zlib.crc32(lead, zlib.crc32(counts.encode("utf-8", "surrogatepass")))
