"""Parts: the numbered sections, clauses and recommendations of a document, asked for by their number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.evidence.naming import POLITE, rank_named, read_name
from agent.evidence.question import WH
from index.article.rows import is_row
from index.article.shape import is_item, is_sentence
from index.language.dates import MONTH
from index.language.terms import content_stems, stem
from index.source import Paragraph

_SECTIONS = "section clause article rule regulation paragraph chapter schedule appendix annex item point"
_PLAIN = frozenset(("paragraph", "item", "point"))
"""What any numbered paragraph is called, also in a document that has no word for it."""
_SINGLE = frozenset(("paragraph", "point"))
"""What ends where a heading follows."""
_STATEMENTS = (
    "recommendation finding principle proposal motion resolution amendment measure objective goal requirement "
    "condition step standard action conclusion"
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[A-Z]?|[IVXL]{1,6}|[A-Z])"
_NAMED = re.compile(
    rf"\b({'|'.join([*_SECTIONS.split(), *_STATEMENTS.split()])}|paras?\.?)\s(?:no\.?\s|number\s)?({_NUMBER})\b"
    r"(?!\.?\d)(?!\s(?-i:[A-Z]))"
    r"|\b(?:does|did|in|at|under|quote|show|read|cite)\s(\d{1,3}(?:\.\d{1,3}){1,3})(?=\s(?:of|in)\s(?:the\b|(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""A part by its label and number; a number with points in it needs no label: what does 4.2 of the report say."""
_WANTED = r"(?:please\s)?(?:quote|show|read|cite|state|give)\b|tell me"
_ASKS = re.compile(rf"^\W*(?:{WH.pattern}|{_WANTED})", re.IGNORECASE)
_OPEN = re.compile(rf"^\W*(?:what|which|how|{_WANTED})", re.IGNORECASE)
"""How questions for all that a part says begin: who, when and where ask for something of it."""
_SAYING = frozenset(
    map(
        stem,
        """say says said state states provide provides require requires recommend recommends propose proposes
        cover covers contain contains tell tells deal deals mean means call calls set sets read reads text wording
        content contents concern concerns demand demands suggest suggests quote show cite""".split(),
    )
)
"""Stems of the words by which a question asks for no more than what a part says."""
_HEAD = re.compile(
    rf"(?:(?:{'|'.join(_SECTIONS.split())})\s(?=[\dIVXLA-Z])(?-i:({_NUMBER}))|((?:\d{{1,3}}\.){{0,3}}\d{{1,3}}[A-Z]?))"
    r"(?:[.):]|\s[–—-]|(?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
"""What opens a numbered heading or clause: `12. Costs`, `Section 12 – Costs`, `3.4 Weirs should be`."""
_DATED = re.compile(rf"\d{{1,2}}\.?\s{MONTH}")

_LONGEST = 40
"""Paragraphs of a part at most."""
_HEADING = 80
"""Letters of a heading at most."""
_OWN_NUMBER = r"(?:\d+(?:\.\d+)*[.)]?\s)?"
_COVERED = 0.5
"""Share of what a question asks for beside the part that a paragraph of it has to have."""


@dataclass(frozen=True, slots=True)
class NumberedPart:
    """A numbered part as a question names it (`section`, `12`), with stems of the words around it.

    `document` are those by which the question names the document (of the *Allotments Act*), `asked` all others.
    """

    label: str
    number: str
    document: frozenset[str]
    asked: tuple[str, ...]


def read_part(question: str) -> NumberedPart | None:
    """Return the numbered part that a question asks about, None if it names none, or several."""
    found = list(_NAMED.finditer(question))
    if len(found) != 1 or not _ASKS.match(question) or not _is_number(found[0][2] or found[0][3]):
        return None
    label, number = (found[0][1] or "paragraph").lower(), found[0][2] or found[0][3]
    label = "paragraph" if label.startswith("para") else label
    before = question[: found[0].start()]
    document, after = read_name(before, question[found[0].end() :])
    known = _SAYING if _OPEN.match(question) else frozenset()
    asked = [root for root in content_stems(f"{before} {after}") if root not in known | document | POLITE]
    return NumberedPart(label, number.upper(), document, tuple(dict.fromkeys(asked)))


def _is_number(text: str) -> bool:
    """Tell whether a number is one as it is written: Roman ones and letters are capitals."""
    return text[0].isdigit() or text.isupper()


def find_part(part: NumberedPart, bodies: Sequence[Sequence[Paragraph]]) -> list[list[Paragraph]]:
    """Return the paragraphs that answer, of each document that may be meant and has the part.

    Where a question asks for something of the part, only the paragraphs that have most of it; none if none has half.
    """
    for meant in rank_named(part.document, bodies, lambda text: _read_number(text) is not None, _is_plain(part)):
        found = (_choose(_find_longest(part, body), part.asked) for body in meant)
        if paragraphs := [each for each in found if each]:
            return paragraphs
    return []


def _is_plain(part: NumberedPart) -> bool:
    """Tell whether a part may be any numbered paragraph of the document that is named."""
    return part.label in _PLAIN and bool(part.document)


def _choose(paragraphs: Sequence[Paragraph], asked: Sequence[str]) -> list[Paragraph]:
    if not asked or not paragraphs:
        return list(paragraphs)
    counts = [len(set(content_stems(each.text)).intersection(asked)) if _tells(each.text) else 0 for each in paragraphs]
    most = max(counts)
    return [each for each, count in zip(paragraphs, counts, strict=True) if count == most >= _COVERED * len(asked)]


def _tells(text: str) -> bool:
    """Tell whether a paragraph is more than a heading with its number."""
    return is_sentence(_HEAD.sub("", text, count=1)) or text.endswith(("—", "–", ",", ";"))


def _find_longest(part: NumberedPart, body: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs of the part where it says most: a table of contents has its heading, too."""
    taken = (_take(part, body, n) for n in range(len(body)) if _opens(part, body, n))
    found = [each for each in taken if any(_tells(paragraph.text) for paragraph in each)]
    if _is_plain(part) and len(found) > 1:
        return []  # as a list begins anew, and nothing tells which of them is meant
    return max(found, key=len, default=[])


def _is_labelled(part: NumberedPart, body: Sequence[Paragraph]) -> bool:
    return any(stem(part.label) in content_stems(each.text) for each in body)


def _opens(part: NumberedPart, body: Sequence[Paragraph], n: int) -> bool:
    """Tell whether paragraph `n`, from 0, opens the part: by label and number, or by a number under such a heading."""
    text = body[n].text
    if re.match(rf"{_OWN_NUMBER}{part.label}\s(?:no\.?\s)?{re.escape(part.number)}(?!\w|\.\d)", text, re.IGNORECASE):
        return True
    if _read_number(text) != part.number:
        return False
    if part.label in _SECTIONS.split():
        return _is_plain(part) or _is_labelled(part, body)
    heading = _find_heading(body, n)
    above = _read_number(heading)
    return stem(part.label) in content_stems(heading) and (above is None or part.number.startswith(f"{above}."))


def _find_heading(body: Sequence[Paragraph], n: int) -> str:
    """Return the last heading before paragraph `n`, the last short line that is no sentence, "" if there is none."""
    lines = (body[k].text for k in range(n - 1, -1, -1))
    return next((line for line in lines if not _tells(line) and len(line) < _HEADING), "")


def _read_number(text: str) -> str | None:
    """Return the number that opens a heading or a clause, None where what opens a paragraph is none."""
    match = _HEAD.match(text)
    return None if match is None or _DATED.match(text) else (match[1] or match[2]).upper()


def _take(part: NumberedPart, body: Sequence[Paragraph], n: int) -> list[Paragraph]:
    """Return the part that begins with paragraph `n`, from 0, up to the next one of its rank."""
    own = _read_number(body[n].text)
    taken = [body[n], *_follow(part, body[n + 1 : n + _LONGEST], own)]
    while len(taken) > 1 and _is_heading(taken[-1].text):
        taken.pop()  # that of what follows
    return taken


def _is_heading(text: str) -> bool:
    return len(text) < _HEADING and not (_tells(text) or is_item(text) or is_row(text) or text.endswith(":"))


def _follow(part: NumberedPart, rest: Sequence[Paragraph], own: str | None) -> Iterator[Paragraph]:
    for paragraph in rest:
        number = _read_number(paragraph.text)
        further = re.match(rf"{_OWN_NUMBER}{part.label}\s\S", paragraph.text, re.IGNORECASE)
        if further or paragraph.text.isupper() or (number and not (own and number.startswith(f"{own}."))):
            return
        if part.label in _SINGLE and _is_heading(paragraph.text):
            return
        yield paragraph
