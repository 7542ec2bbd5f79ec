"""Placeholders: what a program gives a file for a title or for a day where nobody gave it one."""

import re
from datetime import UTC, date, datetime

_NO_TITLE = re.compile(
    r"\.\w{2,5}$|^(?:Microsoft Word|untitled)\b"
    r"|^\W*(?:anonymous|unspecified|(?:Word|PowerPoint) (?:Document|Presentation)"
    r"|(?:New )?(?:Microsoft Word )?(?:Document|Layout|Slide|Presentation|Letter|Template) ?\d*)\W*$",
    re.IGNORECASE,
)
_SHORTEST = 3
"""Letters of a title at least."""


def keep_title(title: str) -> str:
    """Return a title as it stands in a file's properties, "" for the name of a file or what a program writes there."""
    plain = " ".join(title.split())
    return "" if _NO_TITLE.search(plain) or len(plain) < _SHORTEST else plain


def keep_day(made: str | None) -> str | None:
    """Return the day when a file was made, None where it is this day: then it was exported, printed or copied."""
    today = min(date.today(), datetime.now(UTC).date())  # as the file may say it by either clock
    return made if made and made < today.isoformat() else None
