"""The tokens that a sentence and its source are compared by, each in a normal form with its weight in meaning."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from agent.evidence.words.negation import DENIALS, NEGATIONS
from index.language.names import find_names, match_names
from index.language.numbers import find_numbers
from index.language.terms import INDEFINITE, fold, is_content, stem

_WORD = re.compile(r"\w+(?:[.,]\d+)*|[$£€%]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
_CONTRACTED = re.compile(r"(?<=\w)n['’]t\b", re.IGNORECASE)


class Role(StrEnum):
    """What a token does in a sentence, as far as verification is concerned."""

    CONTENT = "content"
    NAME = "name"
    NUMBER = "number"
    NEGATION = "negation"
    HEDGE = "hedge"
    SPEECH = "speech"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its normal form (`key`), its role, and where it stands in the text."""

    key: str
    role: Role
    text: str
    start: int

    @property
    def end(self) -> int:
        """The position behind the word in the text that it stands in."""
        return self.start + len(self.text)


HEDGES = frozenset(
    """may might could would should can allegedly alleged reportedly apparently possibly probably perhaps likely
    unlikely unconfirmed suspected purported purportedly supposed supposedly rumored rumoured rumours rumors if unless
    almost nearly partly partially mostly most some few all every only until planned plans proposed expected would
    hope hopes hoped believed claim claims claimed threatened threatens wants wanted seek seeks potential potentially
    hypothetical""".split()
)
"""Words that limit or weaken a statement (modality, quantity, report); dropping one makes it say more."""

SPEECH = frozenset(
    map(
        stem,
        """say said says saying tell told tells telling report reported reports reporting claim claimed claims announce
        announced announces declare declared declares state stated states according add added adds insist insisted
        insists argue argued argues warn warned warns write wrote writes tweet tweeted suggest suggested suggests
        believe believed believes estimate estimated estimates describe described describes call called calls allege
        alleged alleges accuse accused accuses acknowledge acknowledged admit admitted confirm confirmed confirms
        maintain maintained contend contended assert asserted think thought thinks predict predicted predicts expect
        expected expects explain explained note noted notes testify testified reply replied respond
        responded""".split(),
    )
) | {"said", "told", "wrote", "thought"}
"""Stems of verbs by which a statement is somebody's and not the paper's own."""


_NO_SPEECH = frozenset(("state", "states"))  # a country far more often than a verb


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a text in order, punctuation left out."""
    return list(_tokenize(text))


@lru_cache(maxsize=4096)
def _tokenize(text: str) -> tuple[Token, ...]:
    plain = _POSSESSIVE.sub(lambda match: " " * len(match[0]), text)
    plain = _CONTRACTED.sub(lambda match: " not"[: len(match[0])].ljust(len(match[0])), plain)
    values = {mention.start: f"#{mention.value:g}" for mention in find_numbers(text)}
    return tuple(
        _make_token(match[0], match.start(), values.get(match.start()), plain[match.start() - 1 : match.start()] == "-")
        for match in _WORD.finditer(plain)
    )


def _make_token(word: str, start: int, value: str | None, compound: bool) -> Token:
    """Return a word as a token; the end of a compound (self-declared) is nobody's speech."""
    folded, root = fold(word), stem(word)
    if value is not None or any(character.isdigit() for character in word):
        return Token(value or folded.replace(",", ""), Role.NUMBER, word, start)
    if folded in NEGATIONS:
        return Token("not" if folded in {"no", "not", "cannot"} else folded, Role.NEGATION, word, start)
    if root in DENIALS:
        return Token(root, Role.NEGATION, word, start)
    if root in SPEECH and folded not in _NO_SPEECH and not compound:
        return Token(root, Role.SPEECH, word, start)
    if folded in HEDGES and not (start and word == "May"):
        return Token(folded, Role.HEDGE, word, start)
    if not is_content(word) and folded not in INDEFINITE:
        return Token(folded, Role.FUNCTION, word, start)
    return Token(root, Role.NAME if word[:1].isupper() else Role.CONTENT, word, start)


def share_spellings(
    claim: list[Token], source: list[Token], claim_text: str, source_text: str
) -> tuple[list[Token], list[Token]]:
    """Give names that are spellings of one name the same tokens on both sides (Al-Bukamal, Albu Kamal)."""
    names = find_names(source_text)
    for name in find_names(claim_text):
        if name in names:
            continue
        match = next((other for other in names if match_names(name, other)), None)
        if match is not None:
            claim = _join_name(claim, name)
            source = _join_name(source, match, as_name=name)
    return claim, source


def _join_name(tokens: list[Token], name: str, as_name: str | None = None) -> list[Token]:
    """Replace every run of tokens that spells a name by one token with the name as its key."""
    keys = [token.key for token in tokenize(name)]
    joined: list[Token] = []
    position = 0
    while position < len(tokens):
        run = tokens[position : position + len(keys)]
        if [token.key for token in run] == keys:
            text = run[0].text if len(run) == 1 else name
            joined.append(replace(run[0], key=fold(as_name or name), role=Role.NAME, text=text))
            position += len(keys)
        else:
            joined.append(tokens[position])
            position += 1
    return joined
