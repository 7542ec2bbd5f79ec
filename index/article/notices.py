"""What a site says to its visitor: notices, captions with a credit, offers to who has not paid."""

import re
from collections.abc import Iterator

from index.article.credits import agency, is_caption, is_credit
from index.article.shape import squeezed, words

_NOTICE = re.compile(
    r"\W*(?:advertisement|(?:story|article) continues (?:below|after).*|scroll down (?:for|to) .*|tweet"
    r"|loading|back to top"
    r"|share(?: this)?(?: (?:article|story|page|post))?(?: (?:on|by|via|with) [\w ]+)?|read more"
    r"|view (?:gallery|comments)"
    r"|(?:show|hide|view|no|post with no|leave an?|post an?|add an?|be the first to)? ?(?:\d+ )?comments?"
    r"|skip to (?:main )?content"
    r"|(?:click|tap) (?:here|below) (?:to|for) .*|follow (?:us"
    r"|@?\w+(?: \w+)?)(?: \(@\w+\))? on (?:twitter|facebook|instagram|x)\b.*"
    r"|(?:sign up|subscribe)(?: (?:now|here|today|for|to)\b.*)?|print(?: this page)?|facebook|whatsapp"
    r"|linkedin|pinterest|(?:is|was) this (?:page|article|information|answer) (?:useful|helpful))\W*",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"\W*(?:this (?:article|story|content|post) is (?:only )?(?:for|available to|reserved for|exclusive to)"
    r" (?:(?:paying|registered|our) )*(?:subscribers|members)(?: only)?"
    r"|(?:subscribe|log in|sign in|register)(?: now| today)? to (?:continue|keep|read on|unlock)\b.{0,80})\W*",
    re.IGNORECASE,
)
_BEHIND = 60
"""Words at most after the line where an article is cut off for those who have not paid."""
_READ_MORE = re.compile(
    r"\W*(?:(?:[Rr]ead (?:more|also|next)|[Aa]lso read|[Rr]elated(?: \w+)?|READ (?:MORE|ALSO|NEXT)"
    r"|SEE ALSO|RELATED|MORE|ALSO READ)"
    r"\s*[:»|]\s*)\S"
)
_OFFERED = ("newsletter", "inbox", "cookies")
_OFFER = re.compile(
    rf"(?=.*\b(?:{'|'.join(_OFFERED)})\b)(?=.*\b(?:sign up|subscribe|accept|consent|agree|browsing"
    r"|experience|unsubscribe)\b)",
    re.IGNORECASE,
)


def find_notices(lines: list[str]) -> Iterator[int]:
    """Yield what a site says to its visitor, captions with a credit, and credits that name no agency."""
    whole = "\n".join(lines).lower()
    offers = any(word in whole for word in _OFFERED)
    for place, line in enumerate(lines):
        if len(line) > 500:
            continue
        if (is_credit(line) and not agency(line)) or _is_notice(line, offers):
            yield place
        elif is_caption(line):
            yield place
            yield from _same_caption(lines, place)


def find_offer(lines: list[str]) -> Iterator[int]:
    """Yield the line that cuts an article off for those who have not paid, and the offer after it."""
    for place in range(1, len(lines)):
        if len(lines[place]) < 200 and _WALL.fullmatch(lines[place]):
            if sum(len(line.split()) for line in lines[place:]) <= _BEHIND:
                yield from range(place, len(lines))
            return


def _is_notice(line: str, offers: bool) -> bool:
    if _READ_MORE.match(line):
        return 5 <= len(words(line)) <= 30 and not line.endswith(".")
    spaces = line.count(" ")
    if spaces < 12 and _NOTICE.fullmatch(line):
        return True
    return offers and spaces <= 45 and _OFFER.match(line) is not None


def _same_caption(lines: list[str], place: int) -> Iterator[int]:
    """Yield the neighbour of a caption that says the same without the credit."""
    key = squeezed(lines[place])
    for near in (place - 1, place + 1):
        if 0 <= near < len(lines):
            other = squeezed(lines[near])
            if len(other) >= 20 and key.startswith(other):
                yield near
