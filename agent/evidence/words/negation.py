"""The words by which a statement is denied."""

import re

from index.language.terms import fold, split_words, stem

NEGATIONS = frozenset(
    """no not never none neither nor nobody nothing nowhere without cannot hardly scarcely barely""".split()
)
"""Words that turn a statement into its contrary (closed class; contractions in n't are read as `not`)."""

DENIALS = frozenset(
    map(
        stem,
        """deny denied denies denying denial reject rejected rejects dismiss dismissed refute refuted false untrue
        dispute disputed disputes fail failed fails refuse refused refuses baseless unfounded incorrect wrong
        contradict contradicted unable doubt doubted doubts lack lacks lacked hoax debunk debunked disprove""".split(),
    )
)
"""Stems of words that deny what follows or precedes them."""

DENYING = frozenset(map(stem, "deny denied denies denying denial refute refuted dispute disputed contradict".split()))
"""Stems of the words by which a question asks for a denial."""

FAILINGS = frozenset(
    map(stem, "fail failed fails refuse refused refuses unable lack lacks lacked doubt doubted".split())
)
"""Stems of words that say that something was not done, which denies nothing that others say."""

REVERSALS = frozenset(
    map(
        stem,
        """withdraw withdrew withdrawn withdraws drop dropped quit quits cancel cancelled canceled scrap
        scrapped abandon abandoned shelve shelved retract retracted revoke revoked reverse reversed overturn overturned
        collapse collapsed postpone postponed breach breached unlikely implausible skeptical sceptical fake faked prank
        staged satire satirical myth misleading misinterpreted misquoted bogus fabricated""".split(),
    )
)
"""Stems of words by which what was told is taken back, undone or held to be doubtful."""

CLAIMS = (
    r"(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?|charges?|rumou?rs?|accounts?|statements?)"
)
"""Words for what others say."""

POINTED = (
    r"(?:this|that|it|these|those|them|"
    rf"(?:the|these|those|such|all(?:\sthe)?|his|her|their|any|both)\s(?:\w+\s)?{CLAIMS})"
)
"""How what was said before is pointed to by who denies it: this, the allegations."""

REPELLED = (
    r"(?:quash(?:ed|es|ing)|rubbish(?:ed|es|ing)|(?:bat(?:s|ted|ting)?|shot|shoot(?:s|ing)?|knock(?:s|ed|ing)?)\sdown|"
    r"hit(?:s|ting)?\sback\sat|brush(?:es|ed|ing)?\s(?:off|aside)|push(?:es|ed|ing)?\sback\s(?:on|against))"
)
"""Verbs by which what others say is turned down."""

UNDONE = (
    r"(?:cannot|unable|unlikely|impossible|hardly|barely|scarcely|nobody|neither|nor|trouble|difficult(?:y|ies)?|"
    r"struggl(?:e[sd]?|ing)|(?:fail|refus|lack)(?:s|es?|ed|ing)?)"
)
"""Words by which a clause, without a `not`, tells what is not, or hardly, so."""

_CONTRACTED = re.compile(r"n['’]t\b")


def speaks_against(text: str) -> bool:
    """Tell whether a sentence has any word by which something is negated, denied, doubted or taken back."""
    if _CONTRACTED.search(text):
        return True
    return any(fold(word) in NEGATIONS or stem(word) in DENIALS | REVERSALS for word in split_words(text))
