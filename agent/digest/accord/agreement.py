"""Agreement: whether one sentence says all that a claim says, so that it may be cited for it.

The question has a direction: a report that tells more than the claim supports it, one that tells less does not.
There are two ways to support a claim: to have its words, or those that it quotes, nearly letter by letter; or to
share most of what it tells, with the names, numbers, days and verbs that it has, none of them denied or only possible.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from agent.digest.accord.figures import fits, has_dates, list_days
from agent.digest.accord.firmness import hedges, says_as_firmly, tells_as_surely
from agent.digest.accord.parties import has_role, is_attributed, is_held, takes_back
from agent.digest.accord.quotations import denies_firmly, has_quotes, quotes_same, quotes_speech, stands_in
from agent.digest.accord.rarity import Rarity
from agent.digest.accord.synonyms import same_deed, tell_same
from agent.digest.statements.context import has_context
from agent.digest.statements.mentions import tells_in_noun
from agent.digest.statements.pieces import find_main, leads_in, split_pieces
from agent.digest.statements.polarity import Verb, lies_ahead, read_verbs
from agent.digest.statements.statements import Statement
from agent.digest.voices.copies import NEAR, fold_text
from agent.evidence.words.likeness import Words
from agent.evidence.words.wording import exchanges_word
from agent.verify.conflict.alignment import fit_names, overlap
from agent.verify.conflict.assertions import Assertion, match_name, match_words, read_assertion
from agent.verify.conflict.clauses import break_at
from agent.verify.conflict.contraries import take_two_sides, tells_contrary
from index.language.names import find_names

_LONG = 32
"""Letters from which a text that stands in another is taken to be more than a common phrase."""
COVERED, ANCHORED = 0.6, 0.5
"""Weighted share of the claim's words and names that the other must have; the same for two that name one day, or have
the same words of somebody."""
ALIKE = 0.15
"""Product of that share and the share of the other's words and names that this is."""
_SHARED = 4
"""Words and names that they must share at the least."""
_NAMED, _NAMED_THAT_DAY = 0.75, 0.6
"""Share of the claim's names that the other must have, and the same for two sentences that name one day."""
_MOSTLY = 0.7
"""Share of a reprint's letters that the text which it reprints has at the least."""

_CLAUSE = break_at("where", "which", "who", "because", "and", "as", listed=r",\s")
_A_CLAUSE, _MATTER = 0.5, 2
"""Share of the words of each clause of a claim that the other must have, and words from which a clause has matter."""

_OPENS = re.compile(r"\W*(?:he|she|they)\b", re.IGNORECASE)
_PRONOUNS = frozenset("he she they it".split())


def supports(claim: Statement, other: Statement, words: Words, rarity: Rarity) -> bool:
    """Tell whether the other statement says all that the claim says."""
    if not (claim.plain and other.plain) or differs_by_word(claim.text, other.text):
        return False
    if takes_back(claim.text, other.text):
        return False
    if is_held(other.assertion) and not is_attributed(claim.assertion):
        return False
    if not (repeats(claim.text, other.text) or _tells(claim, other, words, rarity)):
        return False
    return all(has_context(claim.quote, claim.text, place.paragraph.text) for place in other.places)


def differs_by_word(claim: str, other: str) -> bool:
    """Tell whether the other tells the contrary by a word, or is the same but for a word in another's place."""
    if tells_contrary(claim, other) or take_two_sides(claim, other):
        return True
    alike = fuzz.ratio(fold_text(claim), fold_text(other)) >= NEAR and not quotes_same(claim, other)
    return alike and exchanges_word(claim, other, tell_same)


def is_reprint(claim: Statement, other: Statement) -> bool:
    """Tell whether a statement has a shorter one of the same voice letter by letter and little besides."""
    if bool(claim.assertion.speaker) != bool(other.assertion.speaker):
        return False
    short, long = len(claim.text), len(other.text)
    return short <= long and short >= _MOSTLY * long and claim.plain and other.plain and repeats(claim.text, other.text)


@lru_cache(maxsize=65536)
def repeats(claim: str, other: str) -> bool:
    """Tell whether a sentence has the words of a claim, or all that it quotes and hardly more, letter by letter."""
    return _has_all(claim, other) or quotes_same(claim, other)


def _has_all(claim: str, other: str) -> bool:
    text = fold_text(claim)
    if len(text) < _LONG or not stands_in(text, fold_text(other)) or denies_firmly(claim) != denies_firmly(other):
        return False
    names = find_names(other)
    if not all(match_name(name, names) for name in find_names(claim)):
        return False
    return has_speaker(read_assertion(claim), read_assertion(other))


def _tells(claim: Statement, other: Statement, words: Words, rarity: Rarity) -> bool:
    """Tell whether the other statement tells in its own words what the claim tells."""
    one, two = claim.assertion, other.assertion
    if rarity.count_shared(claim, other) < _SHARED - 1 or not claim.complete:
        return False
    if not says_as_firmly(claim.text, other.text) or lies_ahead(one.said) != lies_ahead(two.said):
        return False
    if not (fits(one, two) and tells_as_surely(claim.text, other.text)) or (
        hedges(other.text) and not (one.speaker or hedges(claim.text))
    ):
        return False
    if not (has_speaker(one, two) and _has_names(one, other) and _has_verbs(one, two)):
        return False
    if not (has_quotes(claim.text, other.text) and has_dates(one, two) and _has_clauses(one, two, words)):
        return False
    shared = overlap(one, two, words, rarity.weigh)
    enough = ANCHORED if list_days(one) & list_days(two) or quotes_speech(claim.text) else COVERED
    return shared.count >= _SHARED and shared.first >= enough and shared.product >= ALIKE


def _has_names(claim: Assertion, other: Statement) -> bool:
    """Tell whether the other has the first name of the claim and most of the rest, not the other way round.

    Whom a pronoun stands for at its head may be named in the sentence before.
    """
    names = tuple(dict.fromkeys(claim.names))
    if not names:
        return True
    place = other.places[0]
    theirs = tuple(find_names(place.before)) * bool(_OPENS.match(place.sentence)) + tuple(find_names(place.sentence))
    found = [match_name(name, theirs) for name in names]
    enough = _NAMED_THAT_DAY if list_days(claim) & list_days(other.assertion) else _NAMED
    return found[0] and sum(found) >= enough * len(found) and fit_names(names, theirs)


def has_speaker(claim: Assertion, other: Assertion) -> bool:
    """Tell whether the other names the speaker of the claim, has a pronoun for its own, or somebody of that role."""
    speakers = find_names(claim.speaker)
    if not _PRONOUNS.isdisjoint((claim.speaker.casefold(), other.speaker.casefold())):
        return True
    if not speakers:
        return has_role(claim.speaker, other.speaker)
    return any(match_name(name, find_names(other.text)) for name in speakers)


def _has_clauses(claim: Assertion, other: Assertion, words: Words) -> bool:
    """Tell whether the other has something of each clause of the claim, and most of the one with its verb."""
    theirs = (*other.words, *(part for name in other.names for part in name.split()))
    for clause in _CLAUSE.split(claim.said):
        own = tuple(dict.fromkeys(read_assertion(clause).words))
        if len(own) >= _MATTER and sum(match_words(own, theirs, words)) < _A_CLAUSE * len(own):
            return False
    main = _find_predicate(claim.said)
    return sum(match_words(main, theirs, words)) > _A_CLAUSE * len(main) if main else True


def _find_predicate(said: str) -> tuple[str, ...]:
    """Return the content words of the piece with the verb of a sentence whose subject stands before an aside."""
    pieces = split_pieces(said)
    main = find_main(pieces)
    return tuple(dict.fromkeys(read_assertion(pieces[main].text).words)) if main and not leads_in(said) else ()


def _has_verbs(claim: Assertion, other: Assertion) -> bool:
    """Tell whether the other has a claim's first verb and half of all, none possible in only one, or what it quotes."""
    theirs, verbs = read_verbs(other.text), read_verbs(claim.text)
    found = [_find_deed(verb, theirs, other.text) for verb in verbs]
    if None in found:
        return False
    first = next((verb.keys for verb in read_verbs(claim.said)), frozenset())
    began = any(told for verb, told in zip(verbs, found, strict=True) if verb.keys == first)
    began = began or any(same_deed(first, each.keys) for each in theirs)
    return (began and len(verbs) <= 2 * sum(map(bool, found))) or quotes_speech(claim.text)


def _find_deed(verb: Verb, theirs: Sequence[Verb], text: str) -> bool | None:
    """Tell whether a text has a verb or a noun for what it says; None where it is possible in only one of them."""
    same = [each for each in theirs if each.keys & verb.keys]
    if same:
        return None if all(each.unreal != verb.unreal for each in same) else True
    told = None if verb.unreal else tells_in_noun(verb, text)
    return None if told is False else bool(told)
