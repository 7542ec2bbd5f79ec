from collections.abc import Sequence

from index.chunks import LONGEST, SIZE, join_chunk, likeness, make_chunks
from index.source import Chunk


def read_chunks(paragraphs: Sequence[str]) -> list[Chunk]:
    return [Chunk(*span[:2], join_chunk(paragraphs, span)) for span in make_chunks(paragraphs)]


def test_chunks_are_whole_paragraphs_in_order_and_cover_all_of_them() -> None:
    paragraphs = [f"Paragraph {n}. " + "It says a little more. " * (n % 7) for n in range(1, 60)]
    chunks = read_chunks(paragraphs)
    assert [n for chunk in chunks for n in range(chunk.first, chunk.last + 1)] == list(range(1, 60))
    for chunk in chunks:
        assert chunk.text == "\n\n".join(paragraphs[chunk.first - 1 : chunk.last])
        assert len(chunk.text) <= SIZE


def test_a_very_long_paragraph_is_split_between_sentences_and_keeps_its_number() -> None:
    long = " ".join(f"Sentence number {n} of the long statement ends here." for n in range(200))
    chunks = read_chunks(["Short.", long, "Short again."])
    parts = [chunk for chunk in chunks if (chunk.first, chunk.last) == (2, 2)]
    assert len(parts) > len(long) / LONGEST and all(len(part.text) <= SIZE for part in parts)
    assert all(part.text.endswith(".") for part in parts)
    assert "".join(part.text for part in parts).replace(" ", "") == long.replace(" ", "")
    assert (chunks[0].first, chunks[-1].last) == (1, 3)


def test_text_without_any_space_is_split_all_the_same() -> None:
    assert all(len(chunk.text) <= SIZE for chunk in read_chunks(["x" * 5 * SIZE]))


def test_likeness_ignores_case_spaces_and_punctuation_only() -> None:
    assert likeness("“The dam held,” she said.") == likeness("the dam held  she said")
    assert likeness("The dam held.") != likeness("The dam failed.")
    figures = ["up 2.5 to 30", "up 25 to 30", "up 2.5% to 30", "up $2.5 to 30", "up £2.5 to 30"]
    assert len({likeness(text) for text in figures}) == len(figures)
