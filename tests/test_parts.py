"""A numbered part is found by its number in the document that is meant, and quoted as it stands."""

import json
from pathlib import Path

import pytest

from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.evidence.parts import find_part, read_part
from index.readers import read_document
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


WITNESS = """Statement
On behalf of the harbour board
SECOND STATEMENT OF OWEN TREFOR PRYCE
1. I correct my first statement, which I made on 3 May.
2. I was on the mole with Mrs Alma Keane when the crane fell.
The crane
3. The hook had been changed in March, and I saw who did it.
(a) It was the night crew.
(b) I told the foreman of it.
What I did then
4. I rang the harbour master at 02:10.
Statement of truth
I believe that this is true."""

MINUTES = """Ellery Town Council: minutes of 4 May
Present: Councillors Keane, Pryce and Orme
1. Apologies
None came.
2. The crane
The clerk has written to the insurers.
It was agreed to wait for the answer.
3. Dogs
Councillor Orme asked for a ban on the mole."""

OPINION = """Report of Dr Alma Keane on the crane
1. Instructions
1.1 I was asked by the board to look at the crane.
2. The hook
2.1 The hook was cracked.
2.2 It had been welded by somebody who was not trained to do it.
Recommendations
1. Weld nothing.
Appendix
1. The hook weighs 40 kg."""

NUMBERED = [read(WITNESS, 3, "pryce.txt"), read(MINUTES, 4, "council.txt"), read(OPINION, 5, "opinion.txt")]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does paragraph 2 of Owen Pryce's statement say?", [["2. I was"]]),
        ("What does para 3 of Mr Pryce's second statement say?", [["3. The hook", "(a)", "(b)"]]),
        ("What did Mr Pryce say in paragraph 4 of the statement of Owen Pryce?", [["4. I rang"]]),
        ("What does paragraph 2 of Mr Pryce's first statement say?", []),
        ("What does paragraph 2 of Mrs Keane's statement say?", []),
        ("What does paragraph 9 of Mr Pryce's statement say?", []),
        ("What does 2.2 of the report say?", [["2.2 It had"]]),
        ("What does point 2.1 of Dr Keane's report say about the hook?", [["2.1 The hook"]]),
        ("What does paragraph 1 of Dr Keane's report say?", []),
        ("What is item 2 of the minutes of the Ellery council?", [["2. The crane", "The clerk", "It was"]]),
        ("What does item 3 of the minutes say?", [["3. Dogs", "Councillor Orme"]]),
        ("What does paragraph 2 say?", []),
        ("What does clause 2 of Mr Pryce's statement say?", []),
    ],
)
def test_a_numbered_paragraph_is_found_in_the_document_of_that_name(question: str, found: list[list[str]]) -> None:
    part = read_part(question)
    assert part is not None
    told = [[each.text for each in body] for body in find_part(part, NUMBERED)]
    assert [len(body) for body in told] == [len(body) for body in found]
    pairs = [pair for body, opening in zip(told, found, strict=True) for pair in zip(body, opening, strict=True)]
    assert all(text.startswith(start) for text, start in pairs)


_ITEMS = ("I keep the light of Ellery.", "It went out at midnight.", "I lit it again by hand.")


def _write_numbered(path: Path) -> None:
    import docx

    heading = "Statement of Ines Varga"
    if path.suffix == ".docx":
        document = docx.Document()
        document.add_paragraph(heading)
        for item in _ITEMS:
            document.add_paragraph(item, style="List Number")
        document.save(str(path))
        return
    marked = {
        ".html": f"<h1>{heading}</h1><ol>{''.join(f'<li>{item}</li>' for item in _ITEMS)}</ol>",
        ".md": "\n".join([f"# {heading}\n", *(f"{n}. {item}" for n, item in enumerate(_ITEMS, 1))]),
        ".txt": "\n\n".join([heading, *(f"{n}. {item}" for n, item in enumerate(_ITEMS, 1))]),
    }
    path.write_text(marked[path.suffix])


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx"])
def test_paragraphs_that_a_format_numbers_are_found(tmp_path: Path, suffix: str) -> None:
    _write_numbered(tmp_path / f"varga{suffix}")
    document = read_document(tmp_path / f"varga{suffix}")
    source = Source(1, f"varga{suffix}", "", document.title, None, None)
    body = [Paragraph(source, n, text) for n, text in enumerate(document.paragraphs, 1)]
    part = read_part("What does paragraph 2 of Ms Varga's statement say?")
    assert part is not None
    assert [[each.text for each in found] for found in find_part(part, [body])] == [[f"2. {_ITEMS[1]}"]]


@pytest.mark.parametrize(
    "question",
    [
        "How many boats did the section leader lose?",
        "What do section 1 and section 2 say?",
        "Who proposed the motion?",
        "Did section 2 come into force?",
        "What did Article Three Ltd say?",
        "What share does 4.2 million of the cost make?",
        "How much of the 2.5 of the north was flooded?",
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
