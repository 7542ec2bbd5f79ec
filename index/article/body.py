"""The article itself: what a page repeats and puts around the article is kept out of the body.

Every rule looks at shape, position and repetition; a paragraph that might be the article's is kept.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from index.article.credits import is_byline, is_caption, is_credit, lead_agency
from index.article.datelines import dateline
from index.article.ending import article_end
from index.article.headlines import is_headline
from index.article.notices import find_notices, find_offer
from index.article.pairing import pair_replies
from index.article.revisions import changes_start
from index.article.rows import BAR
from index.article.shape import is_item, is_sentence, label, squeezed, words

_REPEATED_LETTERS = 60
_HEAD = 10
_DAYS = ("date", "published")
_ENDED = frozenset("?.:;,")
_SITE_NAME = re.compile(r"\s+[-–—|:]\s+[^-–—|:]{2,40}$")
_SITE_WORD = re.compile(
    r"\b(?:facebook|twitter|whats ?app|google ?(?:plus|\+)|linkedin|pinterest|reddit|telegram|instagram"
    r"|youtube|tumblr|rss|e-?mail"
    r"|print|share|home(?:page)?|log ?in|sign ?in|register|subscribe|menu|search|contact(?: us)?"
    r"|about(?: us)?|newsletters?"
    r"|live|audio|videos?|podcasts?|world|sports?|business|politics|opinion|weather|technology|culture"
    r"|entertainment)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(rf"\s*[|{BAR}»›·•/>]\s*")


def clean_body(paragraphs: Sequence[str], title: str, imprint: Collection[str] = ()) -> tuple[str, ...]:
    """Return the paragraphs of the article in order, without its `imprint`; all of them where nothing would be left.

    What is put in one and replied to in the next is one.
    """
    lines = [line for paragraph in paragraphs if (line := paragraph.strip())]
    lines_of_text = lines[: changes_start(lines)]
    body = lines_of_text[: article_end(lines_of_text)]
    gone = {
        *_titles(body, title),
        *_repeats(body),
        *_navigation(body),
        *_head(body, imprint),
        *find_notices(body),
        *find_offer(body),
    }
    if gone or len(body) < len(lines):
        gone |= _stray_headlines(body, gone)
    kept = tuple(line for place, line in enumerate(body) if place not in gone and any(map(str.isalnum, line)))
    return pair_replies(kept or tuple(lines))


def _titles(lines: list[str], title: str) -> Iterator[int]:
    """Yield where the title stands again, with or without the name of the site after it."""
    short = _SITE_NAME.sub("", title)
    names = {squeezed(title), squeezed(short if short.count(" ") >= 3 else title)}
    longest = 2 * len(title) + 20
    yield from (place for place, line in enumerate(lines) if len(line) <= longest and squeezed(line) in names)


def _repeats(lines: list[str]) -> Iterator[int]:
    """Yield where a long sentence or headline stands again, whatever its case, spacing and punctuation."""
    seen: set[str] = set()
    for place, line in enumerate(lines):
        key = squeezed(line) if len(line) >= _REPEATED_LETTERS else ""
        if key in seen and (is_sentence(line) or is_headline(line)):
            yield place
        elif len(key) >= _REPEATED_LETTERS and line[0] not in "—–-":
            seen.add(key)


def _navigation(lines: list[str]) -> Iterator[int]:
    """Yield the menus and share links before the first and after the last sentence."""
    prose = [place for place, line in enumerate(lines) if is_sentence(line)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    for start, end in ((0, first), (last + 1, len(lines))):
        run: list[int] = []
        for place in range(start, end):
            if _is_menu(lines[place]):
                yield place
            elif len(words(lines[place])) <= 3:
                run.append(place)
                continue
            yield from _menu(lines, run)
            run = []
        yield from _menu(lines, run)


def _menu(lines: list[str], run: list[int]) -> list[int]:
    named = sum(bool(_SITE_WORD.search(lines[place])) for place in run)
    return run if len(run) >= 3 and named >= 2 and named >= 0.4 * len(run) else []


def _is_menu(line: str) -> bool:
    """Tell whether one line holds a whole menu ("Home | World | Sport")."""
    parts = [part for part in _SEPARATOR.split(line) if part]
    short = len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts)
    return short and sum(bool(_SITE_WORD.search(part)) for part in parts) >= 2


def _head(lines: list[str], imprint: Collection[str]) -> Iterator[int]:
    """Yield bylines, the lines of the imprint and other labels at the top."""
    prose = [place for place, line in enumerate(lines[:_HEAD]) if is_sentence(line)]
    for place, line in enumerate(lines[: prose[1] if len(prose) > 1 else _HEAD]):
        before = not prose or place < prose[0]
        labelled = label(line) if before else None
        # The day is left out only where it is told beside the text.
        if is_byline(line) or line in imprint or (labelled and labelled[0] not in _DAYS):
            yield place


def _stray_headlines(lines: list[str], gone: set[int]) -> set[int]:
    """Return where headlines of other stories stand alone in a news page; sections keep their headings."""
    prose = [place for place, line in enumerate(lines) if place not in gone and is_sentence(line)]
    if len(prose) < 3:
        return set()
    inside = [place for place in range(prose[0] + 1, len(lines)) if place not in gone]
    open_ended = [place for place in inside if lines[place][-1] not in _ENDED]
    strays = {place for place in open_ended if is_headline(lines[place], 6, 1.0)}
    if not strays:
        return strays
    other = sum(not is_sentence(lines[place]) for place in inside if place not in strays)
    rare = other <= 1 and len(strays) <= max(3, len(inside) // 5)
    return strays if rare and _is_report(lines, gone) else set()


def _is_report(lines: list[str], gone: set[int]) -> bool:
    """Tell whether a document is a page of news: dated, signed, credited, or with its title twice."""
    signed = any(dateline(line) or is_byline(line) for line in lines[:_HEAD])
    marked = any(lead_agency(line) or is_credit(line) or is_caption(line) for line in lines)
    doubled = any(one == other and not is_item(one) for one, other in pairwise(lines[:_HEAD]))
    return signed or marked or doubled or len(gone & set(range(4))) >= 2
