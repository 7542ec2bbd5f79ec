"""Quotations: whether two sentences quote the same words, whatever each says around them.

What outlets share of an event is mostly what somebody said. One names the speaker, another has a role or a pronoun for
him, and each leaves out other words: what a sentence quotes comes in pieces, parted by its own words, by dots and by
brackets.
"""

import re
from functools import lru_cache
from itertools import accumulate

from rapidfuzz import fuzz

from agent.digest.accord.synonyms import tell_same
from agent.digest.statements.polarity import read_verbs, reports_denial, turns
from agent.digest.voices.copies import fold_text
from agent.evidence.words.negation import NEGATIONS
from agent.evidence.words.wording import exchanges_word
from agent.verify.conflict.assertions import match_name, split_attribution
from agent.verify.denial.denials import find_denials
from agent.verify.support.tokens import SPEECH
from index.language.names import find_names
from index.language.terms import content_stems, content_words, split_words, stem

CONTAINED = 93.0
"""Likeness (rapidfuzz's partial_ratio over folded words) from which a text stands in another letter by letter."""
_PIECE, _WORDS, _CONTENT = 3, 5, 3
"""Words of a piece, and words and words with content of all pieces, that a sentence must quote.

Fewer are a title or a common phrase.
"""
_LENGTH = 8
"""Words from which a quotation is somebody's sentence and no phrase."""
_ALIKE = 75.0
"""Likeness (rapidfuzz's partial_ratio over folded words) from which two such quotations may be of one saying."""
_BEFORE = 2
"""Words before a text within which a negation bears on it."""
_LONGER = 8
"""Letters that a text may have more than the one in which it stands."""
_ATTRIBUTION, _SHARE = 6, 3
"""Words beside its quotations that only say who spoke, and the part of a sentence that they may be."""
_NEARLY = 0.8
"""Share of the words that a claim quotes from which another quotes the same."""

_SAYING = SPEECH | frozenset(
    map(stem, "post posted joked quipped vowed promised urged asked shouted remarked emphasized emphasised".split())
)
"""Stems of verbs by which somebody is quoted."""

_QUOTED = re.compile(r"“([^”]+)(?:”|$)|\"([^\"]+)(?:\"|$)")
_BY_PRONOUN = re.compile(r"(?:^|[,”\"])\W*(?:he|she|they|it)\s(?:also\s|later\s|then\s)?(\w+)", re.IGNORECASE)
_OF_ROLE = re.compile(r"\b[Tt]he\s(?:[A-Z]\w+\s)+(?=[a-z])")
_GAP = re.compile(r"\.\.\.|…|\[[^\]]*\]")


def _split_quotes(text: str) -> list[str]:
    return [piece for first, second in _QUOTED.findall(text) for piece in _GAP.split(first or second)]


@lru_cache(maxsize=16384)
def read_quotes(text: str) -> tuple[str, ...]:
    """Return the pieces that a sentence quotes, folded."""
    return tuple(folded for folded in map(fold_text, _split_quotes(text)) if folded)


@lru_cache(maxsize=16384)
def _read_speech(text: str) -> tuple[str, ...]:
    """Return the pieces that a sentence quotes, folded, but for those that are names: “The Late Show with Ann Lee”."""
    quoted = _split_quotes(text)
    return tuple(fold_text(piece) for piece in quoted if any(word[:1].islower() for word in content_words(piece)))


def quotes_speech(text: str) -> bool:
    """Tell whether a sentence quotes what somebody said, and not only a name or a word."""
    return any(len(piece.split()) >= _PIECE for piece in _read_speech(text))


def cut_quotes(text: str) -> str:
    """Return a sentence without what it quotes, titles of a word or two aside."""
    return _QUOTED.sub(lambda found: found[0] if len(found[0].split()) < _PIECE else " ", text)


@lru_cache(maxsize=65536)
def quotes_same(claim: str, other: str) -> bool:
    """Tell whether another sentence has all that a claim quotes nearly letter by letter, and all else that it tells.

    The other may call the speaker what it likes, but by no other name; neither denies what it quotes.
    """
    pieces = [piece for piece in _read_speech(claim) if len(piece.split()) >= _PIECE]
    quoted = " ".join(pieces)
    if len(quoted.split()) < _WORDS or len(content_words(quoted)) < _CONTENT:
        return False
    texts = fold_text(other), " ".join(read_quotes(other))
    if not all(any(stands_in(piece, text) for text in texts) for piece in pieces):
        return False
    rest, its_rest = cut_quotes(claim), cut_quotes(other)
    if denies_firmly(rest) != denies_firmly(its_rest):
        return False
    return _tells_no_more(claim, rest, other) and _may_be_one(
        find_speakers(claim, rest), find_speakers(other, its_rest)
    )


def _tells_no_more(claim: str, rest: str, other: str) -> bool:
    """Tell whether beside its quotations a claim only says who spoke, or what the other says as well."""
    if len(rest.split()) <= max(_ATTRIBUTION, len(claim.split()) // _SHARE) and _attributes(rest):
        return True
    names = " ".join(find_names(rest))
    beside = set(content_stems(rest)) - set(content_stems(names)) - SPEECH
    return beside <= set(content_stems(other))


def _attributes(rest: str) -> bool:
    """Tell whether what stands beside quotations has a verb of speech, or no verb and nothing that is denied."""
    words = split_words(rest)
    return any(stem(word) in _SAYING for word in words) or not (read_verbs(rest) or NEGATIONS.intersection(words))


def find_speakers(text: str, rest: str) -> tuple[str, ...]:
    """Return the names of whom a sentence quotes, all that it names beside its quotations where it names no speaker.

    None where a pronoun stands for whoever speaks; that of a place in an office (the Texas governor) is none of them.
    """
    _, speaker = split_attribution(text)
    if speaker or any(stem(verb) in _SAYING for verb in _BY_PRONOUN.findall(rest)):
        return tuple(find_names(speaker))
    return tuple(find_names(_OF_ROLE.sub(" ", rest)))


def _may_be_one(speakers: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return not speakers or not others or any(match_name(name, others) for name in speakers)


def stands_in(short: str, long: str) -> bool:
    """Tell whether a folded text stands in another nearly letter by letter, no number, negation or word differing."""
    if len(short) > len(long) + _LONGER:
        return False
    if _is_spelt(short, long):
        return True
    found = fuzz.partial_ratio_alignment(short, long, score_cutoff=CONTAINED)
    if found is None:
        return False
    start = long.rfind(" ", 0, found.dest_start + 1) + 1
    end = long.find(" ", found.dest_end)
    before = long[:start].split()[-_BEFORE:]
    there = long[start : end if end > 0 else len(long)]
    return not (turns(short, there) or exchanges_word(short, there, tell_same)) and NEGATIONS.isdisjoint(before)


def _is_spelt(short: str, long: str) -> bool:
    """Tell whether a text of some length begins another, letter by letter, wherever words are parted: work force."""
    return len(short.split()) >= _LENGTH and short.replace(" ", "") in accumulate(long.split())


def denies_firmly(text: str) -> bool:
    """Tell whether a sentence denies something, by a word of denial or by its form."""
    return reports_denial(text) or any(denial.firm for denial in find_denials(text))


def has_quotes(claim: str, other: str) -> bool:
    """Tell whether the other has nearly all words that a claim quotes, and in their order where both quote at length.

    Somebody who says much the same on two occasions says two things.
    """
    if any(len(piece.split()) >= _LENGTH for piece in read_quotes(other)):
        text, long = fold_text(other), [piece for piece in read_quotes(claim) if len(piece.split()) >= _LENGTH]
        if any(fuzz.partial_ratio(piece, text) < _ALIKE for piece in long):
            return False
    quoted = {stem(word) for piece in read_quotes(claim) for word in content_words(piece)}
    return len(quoted & {stem(word) for word in content_words(other)}) >= _NEARLY * len(quoted)
