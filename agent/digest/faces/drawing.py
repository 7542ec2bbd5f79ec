"""Drawing: a digest in whichever form is wanted, with the checksum by which an edited file is known."""

from collections.abc import Mapping, Sequence

from agent.digest.digest import Digest
from agent.digest.faces.look import TERMINAL, Look
from agent.digest.faces.signature import sign
from index.source import Paragraph


def draw(digest: Digest, paragraphs: Mapping[str, Sequence[Paragraph]], look: Look) -> str:
    """Return a digest as it is to look; `paragraphs` are those of each source, by its name."""
    drawn = _draw(digest, paragraphs, look)
    return drawn if look.form == TERMINAL else sign(drawn, look.form)


def _draw(digest: Digest, paragraphs: Mapping[str, Sequence[Paragraph]], look: Look) -> str:
    if look.form == "json":
        from agent.digest.faces.record import digest_as_json, write_json

        return write_json(digest_as_json(digest))
    if look.form == "html":
        from agent.digest.faces.page import draw_page

        return draw_page(digest, paragraphs)
    if look.form == "md":
        from agent.digest.faces.markdown import draw_markdown

        return draw_markdown(digest)
    from agent.digest.faces.text import draw_text

    return draw_text(digest, look.width, look.colour)
