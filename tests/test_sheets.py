"""Sheets: tables saved as CSV and TSV are read row by row, and logs and reStructuredText as text."""

from pathlib import Path

import pytest

from index.errors import SourceError
from index.readers import read_document


def read(path: Path, text: str, name: str = "boats.csv") -> tuple[str, ...]:
    (path / name).write_text(text, encoding="utf-8")
    return read_document(path / name).paragraphs


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ('Boat,Keeper,Tons\nFern,"Orr, A.",31\nMoss,"Lee, J.",12\n', "Boat: Fern │ Keeper: Orr, A. │ Tons: 31"),
        (
            "\ufeffQuay;Depth (m);Note\nNorth;5,3;dry, mostly\nSouth;4,1;\n",
            "Quay: North │ Depth (m): 5,3 │ Note: dry, mostly",
        ),
        ('quay_id\tnote\n7\t"two\nlines"\n9\tnone\n', "quay_id: 7 │ note: two lines"),
        ("name|role\nOrr|clerk\nVarga|mayor\n", "name: Orr │ role: clerk"),
        ("Xqz,Vzk\n1,2\n3,4\n", "Xqz: 1 │ Vzk: 2"),
        ("Town,2030,2031\nLisk,4,5\nVik,6,7\n", "Town: Lisk │ 2030: 4 │ 2031: 5"),
        ("Orr,Lisk\nVarga,Ellery\n", "Orr │ Lisk"),
        ("1,2,3\n4,5,6\n", "1 │ 2 │ 3"),
    ],
)
def test_each_row_stands_with_the_heads_of_its_columns(tmp_path: Path, text: str, first: str) -> None:
    assert read(tmp_path, text)[0] == first


def test_what_stands_over_a_sheet_is_its_title_and_its_days_are_none_of_issue(tmp_path: Path) -> None:
    text = 'Dues of the harbour of Lisk\n\nDate,Crowns\n2031-03-01,"1,200"\n2031-03-02,800\n'
    assert read(tmp_path, text) == ("Date: 2031-03-01 │ Crowns: 1,200", "Date: 2031-03-02 │ Crowns: 800")
    document = read_document(tmp_path / "boats.csv")
    assert (document.title, document.publisher, document.date) == ("Dues of the harbour of Lisk", None, None)
    assert read(tmp_path, "Quay,Tons\nNorth,31\n") == ("Quay: North │ Tons: 31",)
    assert read_document(tmp_path / "boats.csv").title == "boats"


def test_what_is_no_sheet_is_read_as_text(tmp_path: Path) -> None:
    lines = ("The mole, which is old, has cracked.", "It is shut.", "Nobody was hurt, the mayor said.")
    assert read(tmp_path, "\n".join(lines)) == lines
    with pytest.raises(SourceError, match="broken"):
        read(tmp_path, f"a,b\nc,{'d' * 200_000}\n")


def test_logs_and_marked_up_text_are_text(tmp_path: Path) -> None:
    entries = (
        "2031-05-01 08:00:11 INFO the pump was switched on at the end of",
        "2031-05-01 08:02:00 WARN the pump is hot",
        "2031-05-02 09:30:00 INFO the pump is off",
    )
    assert read(tmp_path, "\n".join(entries), "pump.log") == entries
    document = read(
        tmp_path, "The lock\n========\n\nThe lock is shut and will be so until\nthe spring comes.\n", "lock.rst"
    )
    assert (read_document(tmp_path / "lock.rst").title, document) == (
        "The lock",
        ("The lock is shut and will be so until the spring comes.",),
    )
