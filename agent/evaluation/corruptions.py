"""Corruptions: true sentences made false by one small change, of the kinds that a reader would not notice."""

import itertools
import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from agent.verify.conflict.assertions import split_attribution
from index.language.dates import find_dates
from index.language.names import find_names, same_name
from index.language.numbers import find_numbers

KINDS = (
    "name",
    "names exchanged",
    "number",
    "date",
    "negation added",
    "negation dropped",
    "limit dropped",
    "speaker",
    "unattributed",
)
"""What is changed: see `corrupt`."""

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December "
    "Jan. Feb. Aug. Sept. Oct. Nov. Dec."
).split()
_COUNTS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred".split()
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|did|does|do|should|may|might|must)\b(?!n['’]t|\s+not\b)"
)
_NEGATION = re.compile(
    r"\s+(?:not|never)\b|(?<=[a-z])n['’]t\b|\bno\s+(?=\w)|\bwithout\b|\b(?:denied|denies|denying|rejected|rejects)\b"
)
_LIMIT = re.compile(
    r"(?P<denied>(?:\b(?:not|never|no|none|nobody|nothing)|n['’]t)\s(?:(?!\b(?:and|but|as|if|that)\b)[^,;:.()“”\"–—])*?)"
    r"\s(?:in|on|at|during|under|for|with|without|until|since|because|before|after|unless|within)\s[^,;:()“”\"–—]+?(?=\.?$)",
    re.IGNORECASE,
)
_INSTEAD = {"without": "with", "denied": "said", "denies": "says", "denying": "saying"} | {
    "rejected": "accepted",
    "rejects": "accepts",
}
_SHORTENED = {"wo": "will", "ca": "can", "sha": "shall"}
_SHORTEST = 3
_PRONOUNS = frozenset("he she it they we i you who that this which".split())


def corrupt(sentence: str, near: Sequence[str], speakers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (kind, corrupted sentence), one of each of KINDS that the sentence allows; the same for the same input.

    name: one name becomes another of those `near` (of the paragraph, else of the story); names exchanged: two
    names of the sentence change places; number, date: another count, weekday, month, day or year; negation:
    put in after an auxiliary verb, or taken out; limit dropped: what is denied in some place, time or case is denied
    altogether; speaker: what is said becomes another's of `speakers`;
    unattributed: the words that name the speaker are left out.
    """
    seed = crc32(sentence.encode())
    makers = (
        ("name", _swap_name(sentence, near, seed)),
        ("names exchanged", _exchange_names(sentence)),
        ("number", _change_number(sentence, seed)),
        ("date", _change_date(sentence, seed)),
        ("negation added", _AUXILIARY.sub(r"\1 not", sentence, count=1)),
        ("negation dropped", _drop_negation(sentence)),
        ("limit dropped", _LIMIT.sub(lambda found: found["denied"], sentence, count=1)),
        ("speaker", _change_speaker(sentence, speakers, seed)),
        ("unattributed", _drop_speaker(sentence)),
    )
    yield from ((kind, text) for kind, text in makers if text and text != sentence)


def _swap_name(sentence: str, near: Sequence[str], seed: int) -> str:
    names = [name for name in find_names(sentence) if len(name) >= _SHORTEST]
    if not names:
        return ""
    old = names[seed % len(names)]
    others = [name for name in near if len(name) >= _SHORTEST and not any(_overlap(name, own) for own in names)]
    return _replace(sentence, old, others[seed % len(others)]) if others else ""


def _overlap(one: str, other: str) -> bool:
    return same_name(one, other) or not set(one.split()).isdisjoint(other.split())


def _replace(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text)


def _exchange_names(sentence: str) -> str:
    """Return the sentence with two names in each other's place, unless they only stand side by side in a list."""
    names = find_names(sentence)
    for one, other in itertools.pairwise(names):
        between = sentence.partition(one)[2].partition(other)[0]
        if len(between.split()) >= 2 and "," not in between and not re.search(r"\b(and|or)\b", between):
            if _overlap(one, other) or sentence.count(one) > 1 or sentence.count(other) > 1:
                continue
            return _replace(_replace(_replace(sentence, one, "\0"), other, one), "\0", other).replace("\0", other)
    return ""


def _change_number(sentence: str, seed: int) -> str:
    dates = [(mention.start, mention.end) for mention in find_dates(sentence, "2000-01-01")]
    mentions = [
        mention
        for mention in find_numbers(sentence)
        if not any(start < mention.end and mention.start < end for start, end in dates)
    ]
    if not mentions:
        return ""
    mention = mentions[seed % len(mentions)]
    text = sentence[mention.start : mention.end]
    return sentence[: mention.start] + _change_count(text, seed) + sentence[mention.end :]


def _change_count(text: str, seed: int) -> str:
    """Return another number: one digit is changed, or a word exchanged for the next."""
    digits = [place for place, character in enumerate(text) if character.isdigit()]
    if digits:
        place = digits[seed % len(digits)]
        return text[:place] + str(int(text[place]) % 9 + 1) + text[place + 1 :]
    return _exchange_word(text, _COUNTS, 1)


def _exchange_word(text: str, words: Sequence[str], step: int) -> str:
    for number, word in enumerate(words):
        changed = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", words[(number + step) % len(words)], text, count=1)
        if changed != text:
            return changed
    return text


def _change_date(sentence: str, seed: int) -> str:
    mentions = find_dates(sentence, "2000-01-01")
    if not mentions:
        return ""
    mention = mentions[seed % len(mentions)]
    text = sentence[mention.start : mention.end]
    changed = _exchange_word(_exchange_word(text, _DAYS, 1 + seed % 6), _MONTHS, 1 + seed % 5)
    if changed == text and any(character.isdigit() for character in text):
        changed = _change_count(text, seed)
    return sentence[: mention.start] + changed + sentence[mention.end :]


def _drop_negation(sentence: str) -> str:
    """Return the sentence without its first negation."""
    match = _NEGATION.search(sentence)
    if match is None:
        return ""
    before, after = sentence[: match.start()], sentence[match.end() :]
    stump = re.search(r"\b(wo|ca|sha)$", before) if match[0].startswith("n") else None
    if stump:
        before = before[: stump.start()] + _SHORTENED[stump[0]]
    return before + _INSTEAD.get(match[0], "") + after


def _change_speaker(sentence: str, speakers: Sequence[str], seed: int) -> str:
    old = split_attribution(sentence)[1]
    others = [who for who in speakers if not any(_overlap(who, name) for name in (old, *find_names(sentence)))]
    if not old or old.casefold() in _PRONOUNS or not others or sentence.count(old) > 1:
        return ""
    return sentence.replace(old, others[seed % len(others)])


def _drop_speaker(sentence: str) -> str:
    said, speaker = split_attribution(sentence)
    return f"{said[0].upper()}{said[1:]}." if speaker and len(said.split()) > 3 else ""
