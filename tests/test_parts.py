"""A numbered part is found by its number in the document that is meant, and quoted as it stands."""

import json
from pathlib import Path

import pytest

from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.evidence.parts import find_part, read_part
from index.source import Paragraph, Source

BYLAW = """Harbour Moorings Act
Contents
1. Licences
2. Dues
3. Offences
PART I
1. Licences
(1) No person shall moor a vessel in this harbour without a licence under this section.
(2) The harbour master may revoke a licence on fourteen days' notice.
2. Dues
(1) Dues are payable on the first day of each quarter.
(2) Dues unpaid after sixty days may be recovered with interest.
3. Offences
A person who cuts a mooring is liable to a fine not exceeding 900 crowns.
14 May 1988 was the day of commencement."""

REVIEW = """Review of the Ellery ferry
1 Findings
Finding 1: The ramp was overloaded on both days.
Finding 2: Nobody checked the bolts after March.
4 Recommendations
4.1 Ramps should be tested twice a year.
4.2 Crews should be told of the limits in writing.
5 Members
The panel met nine times."""


def read(text: str, number: int, name: str) -> list[Paragraph]:
    title, *lines = text.split("\n")
    source = Source(number, name, name, title, None, None)
    return [Paragraph(source, n, line) for n, line in enumerate(lines, 1)]


BODIES = [read(BYLAW, 1, "moorings.txt"), read(REVIEW, 2, "ferry-review.txt")]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does section 2 of the Harbour Moorings Act say?", [["2. Dues", "(1) Dues", "(2) Dues"]]),
        ("What does section 1 provide?", [["1. Licences", "(1) No", "(2) The"]]),
        ("What does section 1 say about revoking a licence?", [["(2) The"]]),
        ("Who may revoke a licence under section 1?", [["(2) The"]]),
        ("What is the fine under section 3 for cutting a mooring?", [["A person"]]),
        ("What was finding 2 of the ferry review?", [["Finding 2:"]]),
        ("What does recommendation 4.2 say?", [["4.2 Crews"]]),
        ("What does section 2 of the Fisheries Act say?", []),
        ("What does section 2 say about dogs?", []),
        ("What does section 14 say?", []),
        ("What does article 2 say?", []),
        ("What does recommendation 5 say?", []),
        ("What does finding 4 say?", []),
    ],
)
def test_a_part_is_found_by_its_number(question: str, found: list[list[str]]) -> None:
    part = read_part(question)
    assert part is not None
    told = [[each.text for each in body] for body in find_part(part, BODIES)]
    assert [len(body) for body in told] == [len(body) for body in found]
    pairs = [pair for body, opening in zip(told, found, strict=True) for pair in zip(body, opening, strict=True)]
    assert all(text.startswith(start) for text, start in pairs)


@pytest.mark.parametrize(
    "question",
    [
        "How many boats did the section leader lose?",
        "What do section 1 and section 2 say?",
        "Who proposed the motion?",
        "Did section 2 come into force?",
        "What did Article Three Ltd say?",
    ],
)
def test_what_names_no_one_part_is_asked_as_before(question: str) -> None:
    assert read_part(question) is None


def ask(capsys: pytest.CaptureFixture[str], question: str, folder: Path) -> dict:
    run_command(concord, ["ask", question, "--sources", str(folder), "--json"])
    return json.loads(capsys.readouterr().out)


def test_a_part_is_quoted_whole_and_a_long_one_says_where_it_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "harbour"
    folder.mkdir()
    long = [
        f"({n}) The owner of berth {n} shall keep {n + 3} fenders and two lines ready at all times."
        for n in range(1, 16)
    ]
    body = [*BYLAW.split("\n")[6:], "4. Fenders", *long]
    (folder / "moorings.txt").write_text("\n\n".join(["Harbour Moorings Act", *body]), encoding="utf-8")
    answer = ask(capsys, "What does section 2 of the Harbour Moorings Act say?", folder)
    assert not answer["abstained"] and answer["style"] == "quoted"
    assert [citation["quote"].split()[0] for citation in answer["citations"]] == ["2.", "(1)", "(2)"]
    run_command(concord, ["ask", "What does section 4 say?", "--sources", str(folder)])
    assert 'Section 4 goes on: concord show "moorings.txt:' in " ".join(capsys.readouterr().out.split())
