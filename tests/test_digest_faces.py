"""The faces of a digest on made stories: nothing of a source becomes markup, and the JSON keeps its contract."""

import json
import re
from dataclasses import replace

import pytest
from digests import CLOSED, DENIED, NASTY, WARNED, make_breakwater, make_digest, make_nasty
from markdown_it import MarkdownIt

from agent.digest.digest import Claim, Digest, Status
from agent.digest.faces.markdown import draw_markdown
from agent.digest.faces.phrases import label_sources
from agent.digest.faces.record import changes_as_json, digest_as_json, digest_from_json, write_json
from agent.digest.faces.standing import Stance, make_matrix
from agent.digest.faces.text import draw_changes, draw_text
from agent.digest.keeping.changes import Kind, find_changes


def plain(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\u202e]+", "", text)


def test_the_json_has_the_keys_of_the_contract_in_its_order() -> None:
    record = json.loads(write_json(digest_as_json(make_digest().digest)))
    assert list(record) == ["schema", "fingerprint", "generated", "model", "stories"]
    story = record["stories"][0]
    parts = ["title", "sources", "origins", "names", "summary", "claims", "timeline", "citations"]
    assert list(story) == parts
    keys = {part: list(story[part][0]) for part in parts if isinstance(story[part], list)}
    assert keys == {
        "sources": ["source", "title", "publisher", "date", "origin", "copy_of"],
        "names": ["name", "variants"],
        "summary": ["text", "citations"],
        "claims": ["text", "status", "origins", "citations", "opposing", "date"],
        "timeline": ["date", "text", "citations"],
        "citations": ["n", "source", "title", "publisher", "date", "paragraph", "quote", "also_in"],
    }
    assert story["sources"][1]["copy_of"] == "ledger.txt"
    assert story["citations"][0]["also_in"] == [{"source": "post.txt", "paragraph": 1}]
    assert {claim["status"] for claim in story["claims"]} == {"agreed", "disputed", "single"}


@pytest.mark.parametrize("made", [make_digest(), make_digest(make_breakwater(), make_nasty())])
def test_a_digest_is_the_same_after_it_was_kept(made: object) -> None:
    digest = made.digest  # type: ignore[attr-defined]
    places = {name: {each.n: each for each in body} for name, body in made.paragraphs.items()}  # type: ignore[attr-defined]
    written = write_json(digest_as_json(digest))
    keys = [story.key for story in digest.stories]
    for find in (lambda name, n: places[name][n], lambda name, n: None):
        back = digest_from_json(json.loads(written), keys, find)
        assert write_json(digest_as_json(back)) == written
        assert draw_markdown(back) == draw_markdown(digest)
        assert draw_text(back) == draw_text(digest)


def test_the_matrix_tells_who_agrees_and_keeps_copies_beside_their_origin() -> None:
    matrix = make_matrix(make_digest().digest.stories[0])
    assert [[column.sources[0].source.name for column in group] for group in matrix.origins] == [
        ["ledger.txt", "post.txt"],
        ["courier.html"],
        ["gazette.txt"],
    ]
    stances = {row.claim.text: [cell.stance for cell in row.cells] for row in matrix.rows}
    assert stances[CLOSED] == [Stance.AGREES, Stance.AGREES, Stance.AGREES, Stance.SILENT]
    assert stances[WARNED] == [Stance.SILENT, Stance.SILENT, Stance.AGREES, Stance.DISPUTES]


def test_many_copies_of_an_origin_share_one_column() -> None:
    story = make_digest().digest.stories[0]
    post = story.sources[1]
    more = [replace(post, source=replace(post.source, id=50 + n, name=f"copy{n}.txt")) for n in range(40)]
    crowded = replace(story, sources=(*story.sources, *more))
    matrix = make_matrix(crowded)
    assert [len(column.sources) for column in matrix.columns] == [1, 41, 1, 1]
    assert matrix.rows[0].cells[1].carried == 1
    assert "41 more" in draw_markdown(replace(make_digest().digest, stories=(crowded,)))


def test_another_report_of_one_outlet_is_called_no_copy() -> None:
    made = make_digest().digest
    story = made.stories[0]
    reports = tuple(replace(entry, origin=1, copy_of=None) for entry in story.sources)
    assert "copy of" in draw_markdown(made)
    assert "copy of" not in draw_markdown(replace(made, stories=(replace(story, sources=reports),)))


def test_sources_of_one_name_are_told_apart() -> None:
    story = make_digest().digest.stories[0]
    same = [replace(each, source=replace(each.source, publisher="Wire")) for each in story.sources]
    labels = label_sources(replace(story, sources=tuple(same)))
    assert labels == {
        "ledger.txt": "Wire, 14 September 2021, ledger.txt",
        "post.txt": "Wire, 14 September 2021, post.txt",
        "courier.html": "Wire, 15 September 2021",
        "gazette.txt": "Wire, 16 September 2021",
    }


def test_a_source_that_reports_both_sides_agrees_with_neither() -> None:
    story = make_digest().digest.stories[0]
    claim = Claim(CLOSED, Status.DISPUTED, 1, (1,), (2,))
    row = make_matrix(replace(story, claims=(claim,))).rows[0]
    assert [cell.stance for cell in row.cells[:2]] == [Stance.BOTH, Stance.BOTH]


def test_markdown_shows_the_text_of_sources_and_makes_no_markup_of_it() -> None:
    written = draw_markdown(make_digest(make_nasty()).digest)
    shown = MarkdownIt("gfm-like", {"linkify": False}).enable("table").render(written)
    assert not re.findall(r"<(?:script|img|b|i|a|h1 onclick)\b", shown)
    assert shown.count("<h1>") == 1 and "<em>stars" not in shown and "<em>lines" not in shown
    items = re.findall(r"<li>(.*?)</li>", shown, re.DOTALL)
    for text in NASTY[1:3]:
        assert any(plain(text) in plain(item) for item in items)
    rows = re.findall(r"<tr>.*?</tr>", shown, re.DOTALL)
    assert {row.count("<td") + row.count("<th") for row in rows} == {3}, "a bar in a text opens a cell"


def test_markdown_names_both_sides_of_a_dispute_once_with_who_says_it() -> None:
    written = draw_markdown(make_digest().digest)
    disputed = written.partition("## Disputed")[2].partition("## Who says what")[0]
    assert disputed.count("One side says:") == 1
    first, second = disputed.split("The other says:")
    assert WARNED in first and "Harbor Courier" in first and "`courier.html:1`" in first
    assert DENIED in second and "Ellery Gazette" in second


def test_text_fits_its_width_loses_nothing_and_cannot_steer_a_terminal() -> None:
    for width in (40, 72):
        drawn = draw_text(make_digest(make_nasty()).digest, width)
        assert max(len(line) for line in drawn.splitlines()) <= width
        assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e]", drawn)
        assert plain(NASTY[2]) in plain(drawn), "a long word is broken, not cut off"
    assert "\x1b[" in draw_text(make_digest().digest, 72, colour=True)


def test_changes_say_what_became_agreed_disputed_withdrawn_and_new() -> None:
    before = make_digest().digest
    now = with_claims(
        before,
        {
            0: lambda claim: replace(claim, status=Status.DISPUTED, opposing=(4,)),
            1: lambda claim: None,
            4: lambda claim: replace(claim, status=Status.AGREED, origins=2),
        },
        extra=(Claim("The ferries sail as before.", Status.SINGLE, 1, ()),),
    )
    changes = find_changes(before, now)
    told = {change.kind: (change.claim.text, change.before) for change in changes}
    assert len(changes) == 4
    assert told[Kind.DISPUTED] == (CLOSED, Status.AGREED)
    assert told[Kind.AGREED][1] is Status.SINGLE
    assert told[Kind.WITHDRAWN][0].startswith("The work will cost")
    assert told[Kind.NEW][0] == "The ferries sail as before."
    assert [len(changes_as_json(changes, "f" * 32)[kind.value]) for kind in Kind] == [1, 1, 0, 1, 1]
    drawn = draw_changes(changes)
    assert drawn.index("Agreed now (1)") < drawn.index("Withdrawn (1)") < drawn.index("New (1)")
    assert find_changes(before, before) == []


def test_a_claim_is_known_again_by_its_quotations() -> None:
    before = make_digest().digest
    now = with_claims(before, {0: lambda claim: replace(claim, text=CLOSED.lower(), citations=(7, 1))})
    assert find_changes(before, now) == []


def with_claims(digest: Digest, edits: dict[int, object], extra: tuple[Claim, ...] = ()) -> Digest:
    """Return the digest with some claims edited (None: taken out) and others added."""
    story = digest.stories[0]
    edited = [edits.get(n, lambda claim: claim)(claim) for n, claim in enumerate(story.claims)]  # type: ignore[operator]
    claims = (*(claim for claim in edited if claim), *extra)
    return replace(digest, stories=(replace(story, claims=claims),))
