"""The table of a comparison: a row a figure, a column a system, and below it how it was judged."""

from collections.abc import Sequence
from statistics import mean

from agent.evaluation.comparison.measuring import Measured
from agent.evaluation.gold import Score, summarize

NOTE = (
    "Same questions, GGUF, embedder and threads, temperature 0, no GPU; each system in a process of its own. The "
    "others get each text as Concord read and cleaned it; reading is in Concord's time to index, not in theirs. "
    "Rightly cited: for Concord the quoted words of a cited paragraph match the label, for the others anything in a "
    "cited chunk does. Refused: words like “I don't know” or “not mentioned” anywhere in an answer that is not right."
)
"""How the figures came about."""

Results = dict[str, tuple[list[Score], list[Measured]]]
"""By the name of the system: the score of every question, and what was measured of every case."""

_MEGABYTE = 1_000_000


def draw(results: Results) -> str:
    """Return the table in Markdown; seconds to load and index are means of the cases, memory is the most of any."""
    columns = [_make_column(scores, measured) for scores, measured in results.values()]
    names = [["", *results], *([figure, *(column[figure] for column in columns)] for figure in columns[0])]
    widths = [max(len(row[n]) for row in names) for n in range(len(names[0]))]
    lines = [_draw_row(row, widths) for row in names]
    rule = "|".join(["", "-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:]), ""])
    return "\n".join([lines[0], rule, *lines[1:], "", NOTE])


def _draw_row(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
    return f"| {' | '.join(cells)} |"


def _make_column(scores: Sequence[Score], measured: Sequence[Measured]) -> dict[str, str]:
    figures = summarize(scores)
    answerable, unanswerable = int(figures["answerable"]), int(figures["unanswerable"])
    return {
        f"right, of {answerable} answerable": f"{figures['right']:.0f}",
        "right and rightly cited": f"{figures['right_and_cited']:.0f}",
        "wrongly refused": f"{figures['wrongly_abstained']:.0f}",
        f"wrongly answered, of {unanswerable} unanswerable": f"{figures['wrongly_answered']:.0f}",
        "words an answer": f"{figures['words']:.0f}",
        "seconds to load": f"{mean(item.outcome.loading for item in measured):.1f}",
        "seconds to index": f"{mean(item.outcome.indexing for item in measured):.1f}",
        "seconds a question, median": f"{figures['seconds_p50']:.2f}",
        "seconds a question, 95%": f"{figures['seconds_p95']:.2f}",
        "processor seconds a question": f"{sum(item.outcome.computing for item in measured) / len(scores):.2f}",
        "memory, MB": f"{max(item.memory for item in measured) / _MEGABYTE:.0f}",
    }
