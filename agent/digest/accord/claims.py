"""Claims: statements of several sources that assert the same, brought together, and what contradicts them.

Statements that share rare words or names are candidates, found through an inverted index, so that the work grows
with the text. A claim is one statement, or the core of one, with all others that say what it says; what tells more
can support several.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from agent.digest.accord.agreement import is_reprint, supports
from agent.digest.accord.backing import back_cores
from agent.digest.accord.cores import count_content
from agent.digest.accord.disagreement import find_contradictions, oppose_groups
from agent.digest.accord.groups import Group, rank_statements
from agent.digest.accord.hours import find_same_hours
from agent.digest.accord.rarity import Rarity
from agent.digest.accord.refutations import drop_refuted, find_refuted
from agent.digest.accord.retractions import find_withdrawn, retract
from agent.digest.accord.updates import find_equal, find_unequal, list_tolls
from agent.digest.statements.statements import Statement
from agent.digest.voices.referents import may_differ
from agent.evidence.words.likeness import Words

Pairs = Sequence[tuple[Statement, Statement]]
Supporters = Mapping[int, Sequence[Statement]]
"""The statements that say all that another says, by the number of that."""


@dataclass(frozen=True, slots=True)
class _Option:
    """What may become a claim: a statement, or a core of it, with what supports that."""

    claim: Statement
    backing: tuple[Statement, ...]
    core: str = ""
    missing: int = 0

    @property
    def origins(self) -> frozenset[int]:
        return self.claim.origins.union(*(each.origins for each in self.backing))

    def rate(self) -> tuple[int, bool, bool, bool, int, int, int, int, int]:
        """Return by what claims are taken: more voices first, then what is told in a report's own voice and fully."""
        said, whole = bool(self.claim.assertion.speaker), not self.core
        told = count_content(self.core) if self.core else 0
        place = self.missing, -len(self.backing), -told, len(self.claim.quote), self.claim.number
        return -len(self.origins), not self.claim.complete, not whole, said, *place


def find_claims(statements: Sequence[Statement], words: Words) -> list[Group]:
    """Return the claims of a story in the order in which its statements come; every statement is in one at least."""
    statements = retract(statements)
    rarity = Rarity(statements)
    pairs = [pair for pair in rarity.pairs() if not any(each.withdrawal for each in pair)]
    tolls = list_tolls([each for each in statements if not each.refuted])
    saying = _find_supporters(pairs, words, rarity, chain(find_equal(tolls, words), find_same_hours(statements, words)))
    supporters = drop_refuted(saying, statements)
    options = [_Option(claim, tuple(supporters.get(claim.number, ())) if claim.voiced else ()) for claim in statements]
    options += _find_cores([*pairs, *rarity.pairs(across=True)], words)
    denied = [*find_refuted(pairs, words, rarity), *find_contradictions(statements, pairs, words)]
    contradictions = [*find_withdrawn(statements), *denied]
    contradictions += find_unequal(tolls, words)
    return oppose_groups(_join(options), contradictions, supporters, words)


def _find_supporters(
    pairs: Pairs, words: Words, rarity: Rarity, known: Iterable[tuple[Statement, Statement]]
) -> Supporters:
    """Return what supports what, beside what is `known`; within one voice only a reprint does."""
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    for one, other in filter(_may_agree, pairs):
        for claim, support in ((one, other), (other, one)):
            if support.origins == claim.origins:
                if is_reprint(claim, support):
                    found[claim.number].append(support)
            elif supports(claim, support, words, rarity):
                found[claim.number].append(support)
    for claim, support in filter(_may_agree, known):
        if support not in found[claim.number]:
            found[claim.number].append(support)
    return found


def _may_agree(pair: tuple[Statement, Statement]) -> bool:
    """Tell whether neither of two statements was taken back, or puts right what was told: these support nothing.

    Neither does one of few words what another tells of somebody else.
    """
    one, other = pair
    return not any(each.retracted or each.withdrawal for each in pair) and not may_differ(
        one.places[0], other.places[0]
    )


def _find_cores(pairs: Pairs, words: Words) -> list[_Option]:
    """Return the cores of statements that other voices support."""
    beside: defaultdict[int, dict[int, Statement]] = defaultdict(dict)
    claims: dict[int, Statement] = {}
    for one, other in filter(_may_agree, pairs):
        if one.refuted or other.refuted:
            continue
        for claim, support in ((one, other), (other, one)):
            claims[claim.number] = claim
            beside[claim.number][support.number] = support
    return [
        _Option(claims[number], backed.backing, backed.core, backed.missing)
        for number in sorted(claims)
        if claims[number].voiced
        for backed in back_cores(claims[number], list(beside[number].values()), words)
    ]


def _join(options: Sequence[_Option]) -> list[Group]:
    """Return each claim with what supports it, the claim first; what supports one is none itself."""
    groups: list[Group] = []
    heads: set[int] = set()
    told: set[int] = set()
    for option in sorted(options, key=_Option.rate):
        claim = option.claim
        if claim.number in told or claim.number in heads:
            continue
        backing = [each for each in option.backing if each.number not in heads]
        group = Group((claim, *rank_statements(backing)), core=option.core)
        if option.core and len(group.origins) < 2:
            continue
        groups.append(group)
        heads.add(claim.number)
        told.update(each.number for each in backing)
    return groups
