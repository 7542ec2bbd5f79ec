"""Where the article ends: before readers' comments and the headlines of other stories."""

import re
from collections import Counter
from collections.abc import Sequence

from index.article.credits import is_byline, is_caption, is_credit, lead_agency
from index.article.datelines import dateline
from index.article.headlines import is_headline
from index.article.rows import BAR
from index.article.shape import BULLETS, has_address, is_item, is_sentence, words

_MARKER = re.compile(
    r"\W*(?:(?:\d+|no) (?:comments?|repl(?:y|ies)|responses?)(?: (?:on|to) .{1,150})?|(?:reader "
    r"|user )?comments? ?\(\d+\)"
    r"|(?:post with|there are) no comments(?: yet)?|(?:leave|post|add|write) an? (?:comment|reply)"
    r"|(?:view|show|see|hide|load)(?: all| more)?(?: \d+)? comments|join the (?:conversation|discussion)"
    r"|(?:be the first to|log in to) comment|(?:reader|readers['’]|user)s? comments|comments?)\W*",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"\W*(?:related(?: \w+)?|more (?:stories|news|articles|headlines|(?:from|in|on) .{2,40})|most (?:read"
    r"|popular|viewed|shared)|trending"
    r"(?: now| stories)?|recommended(?: for you| stories| reading)?|you (?:may|might) (?:also )?(?:like"
    r"|be interested in)|read (?:more|next|also)"
    r"|(?:top|latest|other|popular) (?:stories|news|headlines|articles)|also (?:on|in) .{2,40}"
    r"|editors?['’]s? picks?|elsewhere on .{2,40})\W*",
    re.IGNORECASE,
)
"""A heading over links to other stories."""

_BULLETS = frozenset(BULLETS + "–-")
_BULLET = re.compile(rf"^[{BULLETS}–-]\s+")
_DIVIDED = re.compile(rf"\s[-–—―|{BAR}]\s")
_HANDLE = re.compile(r"^@?(?:[A-Za-z_.-]*\d+\w*|[a-z]+_\w+|[A-Za-z]*[a-z][A-Z]\w*)$|^@")
_PLAIN_HANDLE = re.compile(r"^[a-z]{4,}$")
_OPINION = re.compile(
    r"\b(?:I|I'm|I’m|my|lol|wow|yeah|please)\b|!|\?|…|\.\.\."
    r"|^[a-z]|\b(?!US\b|UN\b)[A-Z]{4,}\b.*\b[A-Z]{4,}\b"
)
_PROSE = 3
_GAP = 6


def article_end(lines: Sequence[str]) -> int:
    """Return how many of the non-empty lines come before all that only follows the article."""
    prose = [place for place, line in enumerate(lines) if is_sentence(line)]
    if len(prose) < _PROSE:
        return len(lines)
    start, end = prose[_PROSE - 1] + 1, len(lines)
    while True:
        before = _before_comments(lines, start, _before_headlines(lines, start, end))
        if before == end:
            return end
        end = before


def _before_headlines(lines: Sequence[str], start: int, end: int) -> int:
    """Return where a closing run of headlines begins: under a heading or divider, or two or more of them."""
    place = end
    while place > start and _is_loose(lines[place - 1]):
        place -= 1
    for mark in range(place, end - 1):
        opens = RELATED.fullmatch(lines[mark]) or _is_divider(lines[mark])
        if opens and any(is_headline(_bare(line), 4) for line in lines[mark:end]):
            return mark
    while place < end and _is_divider(lines[place]):
        place += 1
    return place if _is_links(lines, place, end) else end


def _is_links(lines: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the last lines are headlines: two or more, most in capitals, not announced, no table."""
    above, run = lines[start - 1], lines[start:end]
    if len(run) < 2 or above.endswith((":", "?")) or not is_headline(_bare(run[0])) or is_item(run[0]):
        return False
    figures = sum(line[0].isdigit() for line in run)
    divided = sum(bool(_DIVIDED.search(_bare(line))) for line in run)
    alike = Counter(line.split(maxsplit=1)[0] for line in run).most_common(1)[0][1]
    strong = sum(is_headline(_bare(line)) for line in run)
    tabular = max(figures, divided, alike if len(run) > 3 else 0) >= 0.5 * len(run)
    return strong >= 0.5 * len(run) and not tabular


def _is_loose(line: str) -> bool:
    """Tell whether a line may belong to a list of headlines or links."""
    if _is_divider(line) or RELATED.fullmatch(line):
        return True
    bare = _bare(line)
    if is_credit(bare) or is_caption(bare) or has_address(bare) or len(bare) > 250:
        return False
    return is_headline(bare, 4) or not is_sentence(bare)


def _is_divider(line: str) -> bool:
    return not any(map(str.isalnum, line))


def _bare(line: str) -> str:
    """Return a line without its bullet and without the dash that a list of links leaves at its end."""
    return _BULLET.sub("", line).rstrip(f" -–—|{BAR}")


def _before_comments(lines: Sequence[str], start: int, end: int) -> int:
    for place in range(start, end):
        if len(lines[place]) < 200 and _MARKER.fullmatch(lines[place]) and _is_talk(lines[place + 1 : end]):
            return place
    return _before_speakers(lines, start, end)


def _is_talk(after: Sequence[str]) -> bool:
    """Tell whether what follows a heading of comments is talk: little, or names between utterances."""
    if sum(len(line.split()) for line in after) < 60:
        return True
    names = sum((len(words(line)) <= 5 and not is_sentence(line)) or _speaker(line) is not None for line in after)
    return names >= 0.25 * len(after)


def _before_speakers(lines: Sequence[str], start: int, end: int) -> int:
    """Return where a closing run of bulleted names, each with its utterance, begins."""
    speakers = [(place, name) for place in range(start, end) if (name := _speaker(lines[place]))]
    while speakers:
        places = [place for place, _ in speakers]
        gaps = [after - before for before, after in zip(places, [*places[1:], end], strict=True)]
        if max(gaps) <= _GAP + 1:
            break
        speakers = speakers[gaps.index(max(gaps)) + 1 :]
    if len(speakers) < 2 or not _is_discussion(lines[speakers[0][0] : end], [name for _, name in speakers], lines):
        return end
    return speakers[0][0]


def _is_discussion(part: Sequence[str], names: list[str], lines: Sequence[str]) -> bool:
    """Weigh the signs that bulleted names are readers': handles, returning speakers, opinions."""
    said = [line.split(": ", 1)[-1] for line in part if not (_speaker(line) and ": " not in line)]
    handles = sum(bool(_HANDLE.match(name)) for name in names)
    plain = sum(bool(_PLAIN_HANDLE.match(name)) for name in names)
    opinions = sum(bool(_OPINION.search(line)) for line in said)
    signs = (handles > 0) + (handles + plain >= 0.5 * len(names)) + (len(set(names)) < len(names))
    signs += (opinions >= 0.4 * len(said)) if said else -1
    return signs >= (1 if _is_news(lines) and len(names) >= 3 else 2)


def _is_news(lines: Sequence[str]) -> bool:
    signed = any(dateline(line) or is_byline(line) for line in lines[:10])
    return signed or any(lead_agency(line) or is_credit(line) or is_caption(line) for line in lines)


def _speaker(line: str) -> str | None:
    """Return the name in a bulleted line of at most four words, or before the colon of an utterance."""
    if line[:1] not in _BULLETS or not _BULLET.match(line):
        return None
    name, colon, rest = _BULLET.sub("", line).partition(": ")
    if colon or line[0] not in BULLETS:
        return name if (rest or not colon) and _HANDLE.match(name) else None
    return name if 1 <= len(name.split()) <= 4 and len(name) <= 40 and not is_sentence(name) else None
