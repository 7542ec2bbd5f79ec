"""Sites: the name of the site that a web page is of, as it states it or as it stands beside the title."""

import re
from typing import Any

from index.article.shape import squeezed
from index.readers.imprints.linked_data import name_publisher
from index.readers.imprints.nameplates import is_nameplate

_BESIDE = re.compile(r"\s+[-–—|·•:]+\s+")
_PUBLISHER = "//*[@itemprop='publisher']/descendant-or-self::*[@itemprop='name' or not(@itemscope)]"
_NAMES = (
    "//meta[contains(@property, 'site_name') or contains(@name, 'application-name') or contains(@name, 'publisher')]"
)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)


def name_site(tree: Any, described: Any, titles: list[str]) -> str | None:
    """Return the name of the site of a page with these headings; `described` is what an extraction read of it.

    That takes any part of the title with a full stop in it for the name where the page states none: also the headline
    `Rates fall to 3.5% | Coinwatch`. Such a part is one only if it has the form of a name or is an address.
    """
    name: str | None = described.sitename
    if name and _is_guessed(name, tree) and not (_is_name(name) and name != described.title):
        name = None
    return name or _read_marked(tree) or name_publisher(tree, titles) or _find_beside(tree)


def _is_guessed(name: str, tree: Any) -> bool:
    """Tell whether a name is but the part of the title with a full stop in it."""
    from trafilatura.metadata import extract_sitename

    stated = {squeezed(one.get("content") or "") for one in tree.xpath(_NAMES)}
    return name == (extract_sitename(tree) or "").lstrip("@") and squeezed(name) not in stated


def _is_name(part: str) -> bool:
    return _HOST.fullmatch(part) is not None or is_nameplate(part, "")


def _read_marked(tree: Any) -> str | None:
    """Return the publisher that is marked as such in the text of a page."""
    names = (" ".join((one.get("content") or one.text_content()).split()) for one in tree.xpath(_PUBLISHER))
    return next((name for name in names if name), None)


def _find_beside(tree: Any) -> str | None:
    """Return the name that the title of a page has beside its heading, the site's if it has the form of one.

    An address is one whatever stands beside it.
    """
    headings = {squeezed(heading.text_content()) for heading in tree.iter("h1")}
    for title in tree.iter("title"):
        parts = [" ".join(part.split()) for part in _BESIDE.split(title.text_content())]
        names = [part for part in (parts[-1], parts[0]) if squeezed(part) not in headings] if len(parts) > 1 else []
        titled = any(squeezed(part) in headings for part in parts)
        return next((name for name in names if _HOST.fullmatch(name) or (titled and _is_name(name))), None)
    return None
