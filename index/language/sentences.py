"""Sentences: the smallest pieces of a paragraph that are quoted or checked.

The boundaries come from sentencex (Wikimedia); what it gets wrong in news and in tokenized text is mended
here. Every sentence is a verbatim, stripped substring of the text, and the order is kept.
"""

import re
from calendar import day_name
from functools import lru_cache
from itertools import pairwise

import sentencex  # type: ignore[import-untyped]

from index.language.abbreviations import is_shortened
from index.language.dates import MONTH
from index.language.terms import TITLES

_APOSTROPHE = re.compile(
    r"(?<=\w)['’](?=\w)"  # don't, Al-Qa'im
    r"|(?<=s)['’](?=\s+[a-z])"  # the dogs' food
    r"|['‘’](?=\d0s\b|(?:n|em|til|tis|twas|cause|bout)\b)",  # the '40s, rock 'n' roll
    re.IGNORECASE,
)
_MASKS = (("\xa0", " "), ("``", " “"), ("''", "” "), ("″", "”"))

_SINGLE = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'](?=\w)([^‘'’“”\"]{1,600})['’](?!\w)")
_BLOCKS = re.compile(r"\n\s*\n")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|\([^()]*\)|\[[^\[\]]*\]")
_MISSED = re.compile(
    r"(?:\b(?!vs|etc|dept|approx|univ)[a-z]{3,}|\b(?:March|April|May|June|July)|[^\W_]{2}\)|\d|[^\W\d_]{2}(?=…))\s?[.!?…]+['’”\"]{0,2}\s+(?=[“\"‘(]?\s?[A-Z])"
)
_DETACHED = re.compile(r"[.!?]\s?”\s+(?=(?:“\s?)?[A-Z])")

_STAMP = re.compile(
    rf"\s*(?:(?:Posted|Updated|Published):?\s(?:on\s)?)?(?:{MONTH}\.?\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})(?:,|\sat)?"
    r"\s\d{1,2}:\d\d(?::\d\d)?\s?[APap]\.?[Mm]\.?(?:\s(?:[A-Z]{1,3}T|GMT|UTC))?\s+(?=[A-Z“\"])"
)
"""When a page was made, which stands before its first sentence without a stop."""
_MARKER = re.compile(r"\W*(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\W*")
_OPENER = re.compile(r"\s[“\"]\s*$")
_WORDLESS = re.compile(r"\W*(?:\[\d+\]\W*)*")
_NUMBERED = re.compile(r"\b(?:[Vv]ols?|(?<=,\s)[Nn]os?|pp?|[Cc]h|[Aa]rt|[Ss]ec|[Pp]ara|[Ff]igs?)\.$")
"""What a number follows in a reference: vol. 27, no. 3, pp. 88-97."""
_TAIL = 20
"""Characters of a sentence in which what goes on is looked for: it may be long."""
_SHARE = re.compile(r"\bper\scent\.$")
_CLOCK = re.compile(r"\b[ap]\.m\.$")
_ZONE = re.compile(rf"(?:[A-Z]{{1,3}}[DS]?T|GMT|UTC|Z|Eastern|Central|Mountain|Pacific|local|{'|'.join(day_name)})\b")
"""What goes on after a time of day: 9 p.m. EDT."""
_ABBREVIATED = re.compile(rf"(?:^|[\s(“\"])(?:{'|'.join(TITLES)}|approx|vs|v|Fig|cf|ca)\s?\.$")

_SPEECH = (
    r"(?:said|says|saying|asked|asks|told|tells|added|adds|replied|wrote|writes|tweeted|posted|declared|"
    r"announced|shouted|cried|warned|insisted|explained|noted|continued|concluded|recalled|argued|claimed|"
    r"stated|admitted|joked|answered|responded|remarked|observed|demanded|exclaimed|testified|quipped|yelled|"
    r"reads?|according to)"
)
_SPEAKER = re.compile(
    rf"{_SPEECH}\b|(?:[\w.'’-]+,?\s+){{1,6}}?{_SPEECH}\b(?!\s+(?:[\w.'’-]+\s+){{0,6}}?(?:that\b|[“\"]))|[-–—]\s?\w"
    r"|(?-i:(?:[A-Z][\w.'’-]*\s+){1,3}[a-z]+ed[.,])",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:“[^”]*”|\"[^\"]*\"|‘[^’]*’|``.*?'')[.,]?$|“[^”]*$|\"[^\"]*$", re.DOTALL)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of `text`, verbatim; a quotation stays with the speaker who follows it."""
    return list(_sentences(text))


def lacks_speaker(sentence: str) -> bool:
    """Tell whether the sentence is nothing but a quotation, so that who said it stands elsewhere."""
    return _BARE.fullmatch(sentence) is not None


@lru_cache(maxsize=8192)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(sentence for block in _BLOCKS.split(text) for sentence in _join(_pieces(block)))


def _pieces(block: str) -> list[str]:
    """Cut a block without loss; the marks that mislead sentencex are masked by others of the same length."""
    masked = _APOSTROPHE.sub("ʼ", block)
    for mark, mask in _MASKS:
        masked = masked.replace(mark, mask)
    masked = _SINGLE.sub(lambda match: f"“{match[1]}”" if match[1] else match[0], masked)
    pieces: list[str] = []
    start = 0
    for segment in _segment(masked):
        end = start + len(segment)
        pieces += _cut(block[start:end], segment)
        start = end
    return pieces


def _segment(text: str) -> list[str]:
    """Return the segments of a text by sentencex; all of it where its Rust code panics, which is no Exception."""
    try:
        return list(sentencex.segment("en", text))
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return [text]


def _cut(segment: str, masked: str) -> list[str]:
    """Cut a segment where a sentence plainly ends outside quotations and brackets."""
    open_text = _QUOTED.sub(_blank, masked)
    ends = {m.end() for m in _MISSED.finditer(open_text)} | {m.end() for m in _DETACHED.finditer(masked)}
    if stamp := _STAMP.match(masked):
        ends.add(stamp.end())
    bounds = [0, *sorted(ends), len(segment)]
    return [segment[a:b] for a, b in pairwise(bounds) if segment[a:b].strip()]


def _blank(match: re.Match[str]) -> str:
    """Return as many neutral letters as the match is long, keeping a stop before the closing mark."""
    inside = match[0]
    tail = inside[-2:] if inside[-2:-1] in ".!?" else "xx"
    return ("x" * len(inside))[:-2] + tail


def _join(pieces: list[str]) -> list[str]:
    """Join what belongs together: markers, abbreviations, closing marks, a quotation and its speaker."""
    joined: list[str] = []
    opener = ""
    for piece in pieces:
        piece = opener + piece
        opener = match[0] if (match := _OPENER.search(piece)) and _unclosed(piece) else ""
        piece = piece[: len(piece) - len(opener)]
        if joined and _belongs(joined[-1].rstrip(), piece.strip()):
            joined[-1] += piece
        else:
            joined.append(piece)
    return [sentence for piece in joined if (sentence := piece.strip())] + ([opener.strip()] if opener else [])


def _belongs(previous: str, piece: str) -> bool:
    if _WORDLESS.fullmatch(piece) or piece[0] in ";,":
        return True
    tail = previous[-_TAIL:]
    if (piece[0].isdigit() and _NUMBERED.search(tail)) or (piece[0].islower() and _SHARE.search(tail)):
        return True
    if _MARKER.fullmatch(previous) or _ABBREVIATED.search(previous):
        return True
    if (_CLOCK.search(previous) and _ZONE.match(piece)) or is_shortened(previous, piece):
        return True
    if _unclosed(previous):
        return piece[0] not in '“"'
    if previous[-1] not in "”\"’'":
        return False
    return piece[0].islower() or (lacks_speaker(previous) and _SPEAKER.match(piece) is not None)


def _unclosed(piece: str) -> bool:
    """Tell whether a quotation begins in the piece and does not end there."""
    if '"' not in piece:
        return piece.count("“") > piece.count("”")
    last = piece.rindex('"')
    opens = last == 0 or piece[last - 1] in " ([—–"
    return opens and piece.count('"') % 2 == 1 and "“" not in piece
