"""One spelling for one name: sentences are scored with the names as the question spells them."""

from collections.abc import Sequence

from index.language.names import abbreviates, covers_name, find_names, match_names


def respell(question: str, texts: Sequence[str]) -> list[str]:
    """Return the texts with every name that stands for one of the question's names written as there.

    That is another spelling, a surname for a full name, or an acronym and what it stands for. Only for scoring:
    what is quoted is always the original.
    """
    asked = find_names(question)
    if not asked:
        return list(texts)
    spellings: dict[str, str] = {}
    return [_respell(text, asked, spellings) for text in texts]


def _respell(text: str, asked: Sequence[str], spellings: dict[str, str]) -> str:
    for name in find_names(text):
        if name not in spellings:
            spellings[name] = next((other for other in asked if _stands_for(name, other)), name)
        if spellings[name] not in text:
            text = text.replace(name, spellings[name])
    return text


def _stands_for(name: str, asked: str) -> bool:
    if match_names(name, asked) or covers_name(asked, name):
        return True
    return abbreviates(asked, name) or abbreviates(name, asked)
