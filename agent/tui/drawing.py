"""How sentences and citations look: plain words with a little weight, readable without any colour."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.style import Style

from agent.answer.answer import AnswerSentence, Citation, Dispute
from index.source import Paragraph, Source


def draw_sentence(sentence: AnswerSentence, turn: int) -> Content:
    """Return a sentence with its citation numbers, each of which opens its source at a click."""
    return Content.assemble(sentence.text, *draw_numbers(sentence.citations, turn))


def draw_numbers(numbers: Iterable[int], turn: int) -> list[Content]:
    """Return citation numbers in brackets, each preceded by a blank."""
    return [
        Content.assemble(" ", Content(f"[{number}]").stylize(Style.parse("bold $accent")).stylize(_opens(turn, number)))
        for number in numbers
    ]


def _opens(turn: int, number: int) -> Style:
    return Style.from_meta({"@click": f"screen.open_citation({turn}, {number})"})


def draw_dispute(
    dispute: Dispute, sentences: Sequence[AnswerSentence], citations: Sequence[Citation], turn: int
) -> Content:
    """Return the two sides of a dispute as such: who says what, and who contradicts it."""
    sides = [("One side", dispute.for_), ("The other side", dispute.against)]
    lines = [Content.styled("Disputed: the sources contradict each other.", "bold $warning")]
    for name, numbers in sides:
        who = ", ".join(dict.fromkeys(_voice(item.paragraph.source) for item in citations if item.n in numbers))
        lines.append(Content.assemble((f"{name} ({who}):", "bold")))
        told = [item for item in sentences if set(item.citations) & set(numbers)]
        lines += [Content.assemble("  ", draw_sentence(item, turn)) for item in told]
    return Content("\n").join(lines)


def _voice(source: Source) -> str:
    return source.publisher or source.title or source.name


def draw_citation(citation: Citation) -> Content:
    """Return a citation: number and source, date and paragraph, the quotation, and where else it stands."""
    lines = [
        Content.assemble((f"[{citation.n}] ", "bold $accent"), (draw_source(citation.paragraph.source), "bold")),
        Content.assemble((f"{citation.before} ".lstrip(), "dim"), f"“{citation.quote}”"),
        Content.styled(name_place(citation.paragraph), "dim"),
    ]
    if citation.also_in:
        places = ", ".join(name_place(paragraph) for paragraph in citation.also_in)
        lines.append(Content.styled(f"also in {places}", "dim"))
    return Content("\n").join(lines)


def draw_paragraph(paragraph: Paragraph, words: Sequence[str] = ()) -> Content:
    """Return a found paragraph under its source, the words that were looked for in bold."""
    text = Content(paragraph.text)
    folded = paragraph.text.casefold()
    for word in words if len(folded) == len(paragraph.text) else ():
        start = folded.find(word.casefold())
        while start >= 0:
            text = text.stylize("bold underline", start, start + len(word))
            start = folded.find(word.casefold(), start + len(word))
    head = (f"{draw_source(paragraph.source)} · {name_place(paragraph)}", "bold")
    return Content.assemble(head, "\n", text)


def draw_source(source: Source) -> str:
    """Return what is known of a source: title, publisher and date."""
    return " · ".join(part for part in (source.title, source.publisher, source.date) if part) or source.name


def name_place(paragraph: Paragraph) -> str:
    """Return a paragraph's place as `concord show` takes it."""
    return f"{paragraph.source.name}:{paragraph.n}"
