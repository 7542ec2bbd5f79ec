"""Scraps: what stands among the sentences of a report and asserts nothing."""

import re
from collections.abc import Sequence

from agent.digest.statements.instructions import is_notice
from agent.digest.statements.polarity import count_finite_verbs, may_tell
from agent.digest.statements.stamps import is_line
from agent.digest.voices.copies import fold_text

_ENDED = re.compile(r"[.!…][”\"’')\]]*\s*$")
_TIMED = re.compile(r"\d{1,2}[.:h]\d\d(?:\s?[ap]\.?m\.?)?\s")
_CLAUSE_ALONE = re.compile(r"That\s(?:an?|the|he|she|it|we|they|I|there|no|this|these|those)\b")
"""How a clause opens that some other sentence goes on from: an answer to what was asked before it."""
_RELATIVE = re.compile(r"\b(?:who|which|whose|where|when|because|if)\b")
_HEADING = re.compile(r"\W*(?:How|Why|What|Where|When|Who|Which)\b")


def heads_entry(lines: Sequence[str]) -> bool:
    """Tell whether the first of these lines only heads an entry of a running report: a time of day, and no stop."""
    line, *after = lines
    return is_timed(line) and any(ends(each) and not _TIMED.match(each) for each in after[:1])


def is_timed(line: str) -> bool:
    """Tell whether a line begins with a time of day and ends without a stop."""
    return _TIMED.match(line) is not None and not ends(line)


def ends(sentence: str) -> bool:
    """Tell whether a sentence ends with a stop."""
    return _ENDED.search(sentence) is not None


def is_clause(sentence: str) -> bool:
    """Tell whether a sentence is only a clause that goes on from another one: That it rained."""
    finite = count_finite_verbs(sentence) if _CLAUSE_ALONE.match(sentence) else 0
    return 0 < finite <= 1 + len(_RELATIVE.findall(sentence))


def asserts(sentence: str) -> bool:
    """Tell whether a sentence is no question, notice, heading without a verb, or scrap such as a stop cuts off."""
    words = fold_text(sentence).split()
    if is_clause(sentence) or is_notice(sentence) or is_line(sentence):
        return False
    if all(word[:1].isupper() or not any(map(str.isalpha, word)) for word in sentence.split()):
        return False
    if not ends(sentence) and (_HEADING.match(sentence) or not may_tell(sentence)):
        return False
    return len(words) >= 4 and not sentence.rstrip("”\"’' ").endswith("?")
