"""ECB+: short reports of many outlets, about twenty in each folder, of two events that are much alike.

Cybulska & Vossen, Using a sledgehammer to crack a nut? Lexical diversity and event coreference resolution (LREC 2014);
the corpus (CC BY 3.0) has a folder of XML files for each topic, whose tokens are put together again here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from index.errors import UsageError

_A_PARAGRAPH = 3
"""Sentences to a paragraph: the corpus has none."""
_HEADING = 22
"""Tokens up to which a line without a stop at the head of a page is its title or day."""

_JOINS = (
    (re.compile(r"``|''"), '"'),
    (re.compile(r"(?<=\d) ([.,:/]) (?=\d)"), r"\1"),
    (re.compile(r" ([.,;:!?%)\]])"), r"\1"),
    (re.compile(r"([(\[$£€]) "), r"\1"),
    (re.compile(r" (n't|'s|'re|'ve|'ll|'d|'m|')(?=\W|$)"), r"\1"),
    (re.compile(r"\b([A-Z]\.) (?=[A-Z]\.)"), r"\1"),
    (re.compile(r"(\w) - (\w)"), r"\1-\2"),
    (re.compile(r" -(\w+)"), r"-\1"),
    (re.compile(r"(\w) / (\w)"), r"\1/\2"),
    (re.compile(r"([A-Z][a-z]+\.? \d{1,2}),((?:19|20)\d\d)"), r"\1, \2"),
)
"""What is put together where the corpus has taken it apart: 6 . 1, do n't, half - hearted."""


def read_topics(folder: Path) -> dict[str, dict[str, str]]:
    """Return the documents (file name: text) of each topic of the corpus, by its number.

    Raises UsageError where the corpus is not there.
    """
    topics: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for file in sorted(folder.glob("ECB+/*/*.xml")):
        topics[file.parent.name][f"{file.stem.split('_')[-1]}.md"] = _read_report(file)
    if not topics:
        raise UsageError(f"There is no ECB+ in {folder}.", "Unpack ECB+.zip of github.com/cltl/ecbPlus there.")
    return dict(topics)


def _read_report(file: Path) -> str:
    """Return a report as it stands in a file: title, outlet, day and paragraphs."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for token in ElementTree.parse(file).getroot().iter("token"):
        lines[int(token.attrib["sentence"])].append(token.text or "")
    sentences = [lines[number] for number in sorted(lines)]
    outlet, heading = "", list[str]()
    if "".join(sentences[0]).startswith(("http", "www")):
        outlet = re.sub(r"^https?://(www\d*\.)?", "", "".join(sentences.pop(0))).split("/")[0].upper()
        while sentences and len(sentences[0]) < _HEADING and sentences[0][-1] not in '.!?"':
            heading.append(" ".join(join_all([sentences.pop(0)])))
    days = [line for line in heading if re.search(r"\b(?:19|20)\d\d\b", line)]
    titles = [line for line in heading if line not in days]
    head = [*([f"# {max(titles, key=len)}\n"] if titles else []), *([outlet] if outlet else []), *days[:1]]
    text = list(join_all(sentences))
    paragraphs = [" ".join(text[start : start + _A_PARAGRAPH]) for start in range(0, len(text), _A_PARAGRAPH)]
    return "\n".join([*head, "", "\n\n".join(paragraphs), ""]).lstrip()


def join_all(sentences: Iterable[list[str]]) -> Iterator[str]:
    """Yield each sentence with its tokens put together; a quotation may go on from one to the next."""
    quoted = False
    for tokens in sentences:
        text = " ".join(tokens)
        for pattern, joined in _JOINS:
            text = pattern.sub(joined, text)
        pieces = text.split('"')
        told = pieces[0].lstrip() if quoted else pieces[0]
        for piece in pieces[1:]:
            told = f'{told.rstrip() if quoted else told}"'
            quoted = not quoted
            told += piece.lstrip() if quoted else piece
        yield re.sub(r"\s+", " ", told).strip()
