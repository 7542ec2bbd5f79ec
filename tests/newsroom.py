"""Sources for tests, made in memory from reports of invented events."""

from index.source import Paragraph, Source

Report = tuple[str, str | None, list[str]]
"""Title, ISO date and paragraphs."""

UNRELATED = (
    "A school in Orme serves as a shelter for the homeless.",
    "The minister of works resigned after a night of talks.",
    "Farmers lost cattle and barley on the low fields.",
    "An inquiry into the wall will begin in May.",
)
"""What else reports tell, so that words are rare or common among something."""


def print_reports(
    *reports: Report, publishers: tuple[str | None, ...] = ()
) -> tuple[list[Source], dict[int, list[Paragraph]]]:
    names = [*publishers, *[None] * len(reports)]
    sources = [Source(n, f"{n:02}.txt", "", title, names[n], date) for n, (title, date, _) in enumerate(reports)]
    paragraphs = {
        source.id: [Paragraph(source, n, text) for n, text in enumerate(report[2], 1)]
        for source, report in zip(sources, reports, strict=True)
    }
    return sources, paragraphs


FERRY_WIRE = [
    "PORT SELMA (Reuters) - A ferry with 84 people on board ran onto rocks off the island of Tharos on Monday, "
    "the coast guard said, and all but two of them were brought ashore within three hours.",
    "Rescue boats from Selma and a navy helicopter took the passengers off in heavy swell as the hull filled.",
    "The harbour master of Tharos said the lamp of the northern buoy had been dark since the weekend storm.",
    "The operator, Blue Strait Lines, said the captain had thirty years of service and had been suspended.",
    "Divers will go down to the wreck on Tuesday to look for the two men who were missing.",
]
FERRY_EDIT = [
    "Divers will go down to the wreck on Tuesday to look for the two men who are missing.",
    "A ferry with 84 people aboard ran onto rocks off the island of Tharos on Monday, the coastguard said.",
    "The harbor master of Tharos said the lamp of the northern buoy had been dark since the weekend storm.",
    "Holidaymakers wept on the quay and wrapped themselves in blankets that islanders had carried down.",
]
FERRY_OWN = [
    "Investigators want to know why the Selma ferry kept to a channel whose buoy was unlit, our correspondent "
    "writes from Tharos, where the stern of the ship can be seen from the church.",
    "“The lamp of the northern buoy had been dark since the weekend storm and nobody came to mend it,” said "
    "Irena Vos, who sells fish on the quay.",
    "Blue Strait Lines has lost two ships in five years and paid a fine over lifeboats in April.",
    "The coast guard in Selma did not answer questions about the buoy on Wednesday.",
]
BUDGET = [
    "Finance minister Odalys Brandt presented a budget on Monday that raises the tax on sugar and spares pensions.",
    "The opposition called it timid, and the teachers' union announced a strike over wages for the autumn.",
    "Brandt told parliament that the deficit would fall below three percent by the end of next year.",
]
