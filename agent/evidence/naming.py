"""Naming: which document a question means by what it calls it, as `in Mrs Vane's second statement`."""

import re
from collections.abc import Callable, Iterator, Sequence

from index.language.terms import TITLES, content_stems, stem
from index.source import Paragraph

Body = Sequence[Paragraph]
"""The paragraphs of a document, in order."""

_KINDS = (
    "act|affidavit|agreement|agenda|article|bill|bulletin|charter|code|constitution|contract|convention|declaration|decision|"
    "defence|defense|directive|document|evidence|guidance|guidelines?|indictment|inquiry|judge?ment|law|letter|manifesto|"
    "memo(?:randum)?|minutes|notice|opinion|order|paper|particulars|plan|policy|record|regulations|remarks|report|review|rules|"
    "ruling|specification|statement|statute|submissions?|testimony|transcript|treaty"
)
_NAMED = re.compile(
    r"\s*(?:\(\w+\)\s?)*(?:of|in|from|under)\s((?:(?:the|this|that|its|our|their|of|and|on|for|in|to|by)\s|[A-Z0-9][\w’'&-]*\s?|"
    rf"(?:[\w’'-]+\s){{0,2}}?(?:{_KINDS})\b\s?)+)"
)
_SUBJECT = re.compile(
    r"\s*(?:\(\w+\)\s?)*(?:of|in|from|under)\s(.{2,80}?)\s(?:say|state|provide|require|recommend|propose|cover|contain|tell|deal|mean|call|"
    r"set|read|concern|demand|suggest|show)(?=\W*$|\s(?:about|on|of|regarding|concerning|that|for|out|us|with)\b)"
)
"""All that stands before the verb of `What does … of Mrs Vane's statement say?`."""
_ALL = re.compile(r"\s*(?:\(\w+\)\s?)*(?:of|in|from|under)\s(.{2,80}?)\W*$")
_BARE = re.compile(
    r"\W*(?:(?:what|which)\s(?:is|was|are|were|says|said|stands)\s(?:(?:said|told|written|stated)\s)?(?:in|under|at)?"
    r"|(?:please\s)?(?:quote|show|read|cite|state|give|tell)(?:\sme)?)\s*(?:the\s)?",
    re.IGNORECASE,
)
"""What stands before a part where no more is asked than what it says, so that all behind it is the document's name."""
POLITE = frozenset(stem(word) for word in (*TITLES, *"Mrs Miss Sir Lady Lord Dame Mx Messrs".split()))
"""Stems of the titles that stand before names, which tell nobody apart."""
_OPENING, _LONGEST = 6, 12
"""Paragraphs of a document in which it is named, words of its name at most."""


def read_name(before: str, after: str) -> tuple[frozenset[str], str]:
    """Return the stems of what names the document behind a part, and the rest of the question."""
    match = (_ALL if _BARE.fullmatch(before) else _SUBJECT).match(after)
    if match is None or len(match[1].split()) > _LONGEST:
        match = _NAMED.match(after)
    return (_stems(match[1]), after[match.end() :]) if match else (frozenset(), after)


def rank_named(
    name: frozenset[str], bodies: Sequence[Body], is_numbered: Callable[[str], bool], close: bool
) -> Iterator[list[Body]]:
    """Yield the documents that a name may mean: first by title and file, then by what stands before their first part.

    Last by all of their first paragraphs, which may name other documents too, unless only a `close` look is wanted.
    """
    for describe in (_describe_source, lambda body: _describe_head(body, is_numbered)):
        yield [body for body in bodies if body and name <= describe(body)]
    if not close:
        yield [body for body in bodies if body and name <= _describe_head(body, lambda _: False)]


def names_source(name: frozenset[str], title: str, file: str) -> bool:
    """Tell whether a document's title and file have all of a name."""
    return bool(name) and name <= _stems(f"{title} {file}")


def _describe_source(body: Body) -> frozenset[str]:
    source = body[0].source
    return _stems(f"{source.title} {source.name} {source.publisher or ''}")


def _describe_head(body: Body, is_numbered: Callable[[str], bool]) -> frozenset[str]:
    first = next((n for n, each in enumerate(body) if is_numbered(each.text)), len(body))
    told = (_stems(each.text) for each in body[: min(first, 2 * _OPENING) if first < len(body) else _OPENING])
    return _describe_source(body).union(*told)


def _stems(text: str) -> frozenset[str]:
    plain = re.sub(r"[-_./]", " ", text).replace("udgement", "udgment")
    return frozenset(content_stems(plain)) - POLITE
