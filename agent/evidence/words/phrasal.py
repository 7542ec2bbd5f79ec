"""Phrasal verbs: `took part`, `set off` say something else than `took` and `set` do."""

import re
from collections.abc import Sequence

_MEANT = {
    r"tak(?:e|es|en|ing)|took": r"aim|advantage|care|effect|note|off|on|part|place|shelter|turns|up",
    r"sets?|setting": r"aside|off|out|up",
    r"g(?:ive|ives|iven|iving|ave)": r"birth|in|rise|up|way",
    r"puts?|putting": r"forward|off|out|up",
    r"turn(?:s|ed|ing)?": r"down|off|on|out|up",
    r"br(?:eak|eaks|eaking|oke|oken)": r"down|off|out|up",
    r"carr(?:y|ies|ied|ying)": r"on|out",
    r"call(?:s|ed|ing)?": r"for|off|on",
    r"h(?:old|olds|olding|eld)": r"off|on|out|up",
    r"br(?:ing|ings|inging|ought)": r"about|forward|up",
    r"r(?:un|uns|unning|an)": r"into|off|out",
    r"m(?:ake|akes|aking|ade)": r"out|up",
}
"""Verbs, and what makes another one of them where it follows at once."""

_PHRASAL = re.compile("|".join(rf"\b(?:{verb})\s+(?:{rest})\b(?!\s+(?:[A-Z]|\d))" for verb, rest in _MEANT.items()))


def drop_phrasal(text: str, content: Sequence[str], question: str) -> list[str]:
    """Return a sentence's content words without the verbs that are phrasal in it; one that is asked for stays."""
    asked = question.lower()
    found = [match[0].split()[0] for match in _PHRASAL.finditer(text) if match[0].lower() not in asked]
    kept = list(content)
    for verb in found:
        if verb in kept:
            kept.remove(verb)
    return kept
