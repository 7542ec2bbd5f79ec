"""What is told as changed between two digests: only what a source was changed for."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from digests import BODIES, CLOSED, COST, CRACKED, make_digest

from agent.digest.digest import Claim, Digest, Status
from agent.digest.keeping.changes import Kind, find_changes
from agent.digest.keeping.grounds import Grounds, compare_grounds
from agent.digest.keeping.ingredients import Ingredients
from index.source import Paragraph, Source

ALL = frozenset(BODIES)
AGREED_COST = Claim(COST, Status.AGREED, 2, (5, 6))
SINGLE_COST = Claim(COST, Status.SINGLE, 1, (5,))
SAME_COST = Claim(f"{COST} Now.", Status.SINGLE, 1, (6,))
OF_CRACKS = Claim(CRACKED, Status.SINGLE, 1, (2,))


def with_claims(*claims: Claim, cited: bool = True) -> Digest:
    """Return the breakwater's digest with these claims alone, and with its citations or those of the claims."""
    digest = make_digest().digest
    story = digest.stories[0]
    used = {number for claim in claims for number in (*claim.citations, *claim.opposing)}
    kept = tuple(each for each in story.citations if cited or each.n in used)
    return replace(digest, stories=(replace(story, claims=claims, citations=kept),))


def told(before: Digest, now: Digest, unchanged: frozenset[str], texts: Sequence[str] = ()) -> list[tuple[Kind, str]]:
    changes = find_changes(before, now, Grounds(unchanged, tuple(texts)))
    return [(change.kind, change.claim.text) for change in changes]


@pytest.mark.parametrize(
    ("texts", "found"),
    [([f"{CLOSED} {CRACKED}"], []), ([CLOSED], [(Kind.WITHDRAWN, CRACKED)]), ([], [(Kind.WITHDRAWN, CRACKED)])],
)
def test_a_claim_is_withdrawn_only_where_no_source_tells_it(texts: list[str], found: list[tuple[Kind, str]]) -> None:
    before, now = with_claims(OF_CRACKS, AGREED_COST), with_claims(AGREED_COST, cited=False)
    assert told(before, now, ALL, texts) == found


@pytest.mark.parametrize(
    ("unchanged", "found"),
    [
        (ALL, []),
        (ALL - {"ledger.txt"}, []),  # it stands word by word in the other that did not change
        (ALL - {"ledger.txt", "post.txt"}, [(Kind.NEW, CRACKED)]),
    ],
)
def test_a_claim_is_new_only_where_no_source_told_it_before(
    unchanged: frozenset[str], found: list[tuple[Kind, str]]
) -> None:
    assert told(with_claims(AGREED_COST, cited=False), with_claims(AGREED_COST, OF_CRACKS), unchanged) == found


def test_a_sentence_that_was_only_cited_before_is_not_new_in_a_changed_source() -> None:
    assert told(with_claims(AGREED_COST), with_claims(AGREED_COST, OF_CRACKS), frozenset()) == []


@pytest.mark.parametrize(("before", "now"), [(AGREED_COST, SINGLE_COST), (SINGLE_COST, AGREED_COST)])
def test_another_standing_is_told_only_where_a_source_of_the_claim_changed(before: Claim, now: Claim) -> None:
    kind = Kind(now.status.value)
    assert told(with_claims(before), with_claims(now), ALL) == []
    assert told(with_claims(before), with_claims(now), ALL - {"gazette.txt"}) == []
    assert told(with_claims(before), with_claims(now), ALL - {"courier.html"}) == [(kind, COST)]


def test_two_claims_that_became_one_are_not_withdrawn_and_one_that_became_two_is_not_new() -> None:
    assert told(with_claims(SINGLE_COST, SAME_COST), with_claims(AGREED_COST), frozenset()) == [(Kind.AGREED, COST)]
    assert told(with_claims(AGREED_COST), with_claims(AGREED_COST, SAME_COST), frozenset()) == []


def test_grounds_are_the_sources_that_stayed_and_the_texts_of_now() -> None:
    before = Ingredients({"a.txt": "1", "b.txt": "2", "c.txt": "3"}, "m", "e", "p", 1)
    now = Ingredients({"a.txt": "1", "b.txt": "9", "d.txt": "4"}, "m", "e", "p", 2)
    source = Source(1, "d.txt", "/d.txt", "D", None, None)
    grounds = compare_grounds(before, now, {"d.txt": [Paragraph(source, 1, "The quay is open.")]})
    assert grounds == Grounds(frozenset({"a.txt"}), ("The quay is open.",))
    assert not Grounds(frozenset({"a.txt"})).are_unchanged(()), "what cites nothing is grounded in nothing"
