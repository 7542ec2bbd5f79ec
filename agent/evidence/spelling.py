"""One spelling for one name: sentences are scored with the names as the question spells them."""

from collections.abc import Sequence

from index.names import find_names, match_names


def respell(question: str, texts: Sequence[str]) -> list[str]:
    """Return the texts with every name that is a spelling of one of the question's names written as there.

    Only for scoring: what is quoted is always the original.
    """
    asked = find_names(question)
    if not asked:
        return list(texts)
    spellings: dict[str, str] = {}
    return [_respell(text, asked, spellings) for text in texts]


def _respell(text: str, asked: Sequence[str], spellings: dict[str, str]) -> str:
    for name in find_names(text):
        if name not in spellings:
            spellings[name] = next((other for other in asked if match_names(name, other)), name)
        if spellings[name] != name:
            text = text.replace(name, spellings[name])
    return text
