"""Exchange: another answer to a question in a sentence that is the same as another otherwise."""

from agent.evidence.candidates import Candidate
from agent.evidence.question import Kind, Question
from agent.evidence.words.substitution import Mention, find_substitutions
from index.language.dates import DateMention
from index.language.numbers import NumberMention
from index.language.terms import content_stems

_ANY = (str, NumberMention, DateMention)
_WANTED: dict[Kind, tuple[type, ...]] = {
    Kind.WHO: (str,),
    Kind.WHERE: (str,),
    Kind.NUMBER: (NumberMention,),
    Kind.WHEN: (DateMention, NumberMention),
    Kind.THING: _ANY,
    Kind.WHAT: _ANY,
    Kind.HOW: (NumberMention,),
}
"""What may be the answer, by the kind that is asked for; nothing where it is asked whether or why."""

_MOST = 2
"""Names of which sentences may have others and still be about the same: `the *American* band *X*`."""


def find_exchange(question: Question, one: Candidate, other: Candidate) -> tuple[Mention, Mention] | None:
    """Return what may be the answer in one sentence with what another has there that is the same otherwise, or None.

    Sentences with other numbers or days too, and with another of what the question names, are about something else.
    """
    wanted = _WANTED.get(question.kind, ())
    days = one.paragraph.source.date, other.paragraph.source.date
    pairs = find_substitutions(one.text, other.text, days) if wanted else ()
    if not pairs or len(pairs) > _MOST or any(_is_asked(question, *pair) for pair in pairs):
        return None
    answers = [pair for pair in pairs if isinstance(pair[0].value, wanted)]
    apart = [pair for pair in pairs if not isinstance(pair[0].value, str)]
    return answers[-1] if answers and len(apart) <= 1 and (not apart or apart[0] in answers) else None


def _is_asked(question: Question, one: Mention, other: Mention) -> bool:
    """Tell whether the question itself tells one of two mentions: a word of a name that the other has not, or all."""
    ours, theirs, asked = set(content_stems(one.text)), set(content_stems(other.text)), set(question.terms)
    if isinstance(one.value, str):
        return not asked.isdisjoint(ours ^ theirs)
    return ours <= asked or theirs <= asked
