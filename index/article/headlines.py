"""Headlines: lines that are set as one."""

import re

from index.article.credits import is_credit, opens_as_byline
from index.article.rows import is_row
from index.article.shape import SMALL, has_address, is_item, words

_LABELLED = re.compile(r"^\S+(?: \S+)?: ")


def is_headline(line: str, least: int = 5, share: float = 0.85) -> bool:
    """Tell whether a line of `least` to 25 words is set as a headline, `share` of its words in capitals."""
    if (
        len(line) > 250
        or line[:1] in "(["
        or line.endswith((".", ":", ";", ","))
        or is_item(line)
        or is_row(line)
        or line.count(",") > 2
    ):
        return False
    found = words(line)
    if not least <= len(found) <= 25 or line.isupper() or _LABELLED.match(line) or has_address(line):
        return False
    if is_credit(line) or opens_as_byline(line):
        return False
    telling = [word for word in found if word.lower() not in SMALL and not word[0].isdigit()]
    capital = sum(word[0].isupper() for word in telling)
    return len(telling) >= 4 and capital >= share * len(telling)
