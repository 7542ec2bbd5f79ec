"""Claims: statements of several sources that assert the same, brought together, and what contradicts them.

Statements that share rare words or names are candidates, found through an inverted index, so that the work grows
with the text. A claim is one statement with all others that say what it says; what tells more can support several.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from agent.digest.agreement import supports
from agent.digest.disagreement import find_contradictions, oppose_groups
from agent.digest.groups import Group, rank_statements
from agent.digest.rarity import Rarity
from agent.digest.statements import Statement
from agent.evidence.likeness import Words

Supporters = Mapping[int, Sequence[Statement]]
"""The statements that say all that another says, by the number of that."""


def find_claims(statements: Sequence[Statement], words: Words) -> list[Group]:
    """Return the claims of a story in the order in which its statements come; every statement is in one at least."""
    rarity = Rarity(statements)
    pairs = list(rarity.pairs())
    supporters = _find_supporters(pairs, words, rarity)
    groups = _join(statements, supporters)
    contradictions = list(find_contradictions(statements, pairs, words))
    return oppose_groups(groups, contradictions, supporters, words)


def _find_supporters(pairs: Sequence[tuple[Statement, Statement]], words: Words, rarity: Rarity) -> Supporters:
    """Return what supports what; within one voice a longer text is no support, it only says the same again."""
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    for one, other in pairs:
        for claim, support in ((one, other), (other, one)):
            if support.origins != claim.origins and supports(claim, support, words, rarity):
                found[claim.number].append(support)
    return found


def _join(statements: Sequence[Statement], supporters: Supporters) -> list[list[Statement]]:
    """Return each claim with what supports it, the claim first; what supports one is none itself."""

    def rate(claim: Statement) -> tuple[int, bool, bool, int, int, int]:
        backing = supporters.get(claim.number, ())
        origins = claim.origins.union(*(each.origins for each in backing))
        unsaid = not claim.assertion.speaker
        return -len(origins), not claim.complete, unsaid, -len(backing), len(claim.quote), claim.number

    groups: list[list[Statement]] = []
    heads: set[int] = set()
    told: set[int] = set()
    for claim in sorted(statements, key=rate):
        if claim.number not in told:
            backing = [each for each in supporters.get(claim.number, ()) if each.number not in heads]
            groups.append([claim, *rank_statements(backing)])
            heads.add(claim.number)
            told.update(each.number for each in backing)
    return groups
