"""Rarity: how telling the words of a story are, and which of its statements share telling ones."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from agent.digest.statements.statements import Statement
from agent.verify.conflict.assertions import Assertion, word_keys
from index.language.names import name_keys

_WIDEST = 30
"""A word that more statements of a story have than this proposes no candidates."""
_NEAREST = 12
"""Statements that one is compared with: those with which it shares the most telling words."""


class Rarity:
    """How telling the words of a story are, and which of its statements share telling ones."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        self._sets = {statement.number: _terms(statement.assertion) for statement in statements}
        self._terms = [sorted(self._sets[statement.number]) for statement in statements]
        for number, terms in enumerate(self._terms):
            for term in terms:
                self._holders[term].append(number)

    def weigh(self, item: str) -> float:
        """Return the weight of a word or name: the logarithm of its rarity among the statements, at least 0.3."""
        found = max((len(self._holders.get(key, ())) for key in _keys(item)), default=0)
        return max(math.log((len(self._statements) + 1) / (found + 0.5)), 0.3)

    def count_shared(self, one: Statement, other: Statement) -> int:
        """Return how many terms two statements have in common, in the same spelling."""
        return len(self._sets[one.number] & self._sets[other.number])

    def pairs(self, *, across: bool = False) -> Iterator[tuple[Statement, Statement]]:
        """Yield every two statements that may have to do with each other, once; `across` only those of two voices."""
        seen: set[tuple[int, int]] = set()
        for number, terms in enumerate(self._terms):
            shared: Counter[int] = Counter()
            for term in terms:
                holders = self._holders[term]
                if len(holders) <= _WIDEST:
                    for other in holders:
                        shared[other] += round(1000 / math.sqrt(len(holders)))
            del shared[number]
            if across:
                own = self._statements[number].origins
                shared = Counter({other: n for other, n in shared.items() if self._statements[other].origins != own})
            for other, _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:_NEAREST]:
                pair = min(number, other), max(number, other)
                if pair not in seen:
                    seen.add(pair)
                    yield self._statements[pair[0]], self._statements[pair[1]]


def _terms(assertion: Assertion) -> set[str]:
    terms = {key for word in assertion.words for key in word_keys(word)}
    terms |= {key for name in assertion.names for key in _keys(name)}
    return terms | {f"#{mention.value:g}" for mention in assertion.numbers}


def _keys(item: str) -> set[str]:
    if item[:1].isupper():
        return {f"@{key}" for part in [item, *item.split()] for key in name_keys(part)}
    return set(word_keys(item))
