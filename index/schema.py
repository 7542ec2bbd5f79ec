"""The tables of a library's file.

A chunk has a text of its own only where it is a part of one paragraph; other texts are joined from the paragraphs.

The two full-text indexes keep no text of their own: they read it from views over the rows, staged ones included,
so that a search joins them with `sources.live`. What a transaction adds they keep in memory, up to 16 MB each, and
they merge their parts when there are sixteen rather than at every fourth, which costs a third less.
"""

SCHEMA_VERSION = 4
"""The layout of the file; one with a smaller number is built again, one with a greater was made by a newer Concord."""

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL, name TEXT NOT NULL,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, ctime INTEGER NOT NULL, digest BLOB,
    title TEXT NOT NULL DEFAULT '', publisher TEXT, date TEXT,
    error TEXT, hint TEXT, read_at TEXT NOT NULL, recipe TEXT NOT NULL,
    live INTEGER NOT NULL DEFAULT 0,
    UNIQUE (path, live)
);

CREATE TABLE paragraphs (
    source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    n INTEGER NOT NULL, text TEXT NOT NULL, likeness INTEGER NOT NULL,
    PRIMARY KEY (source, n)
) WITHOUT ROWID;
CREATE INDEX paragraphs_by_likeness ON paragraphs (likeness);

CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest BLOB NOT NULL, embedder TEXT NOT NULL, vector BLOB NOT NULL,
    UNIQUE (digest, embedder)
);

CREATE TABLE chunks (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    first INTEGER NOT NULL, last INTEGER NOT NULL, part TEXT,
    vector INTEGER NOT NULL REFERENCES vectors
);
CREATE INDEX chunks_by_source ON chunks (source);
CREATE INDEX chunks_by_vector ON chunks (vector);

CREATE VIEW chunk_texts AS
    SELECT chunks.id AS id, sources.title AS title, coalesce(part, (
        SELECT group_concat(text, char(10, 10))
        FROM (SELECT text FROM paragraphs WHERE source = chunks.source AND n BETWEEN first AND last ORDER BY n)
    )) AS text
    FROM chunks JOIN sources ON sources.id = chunks.source;
CREATE VIRTUAL TABLE chunk_index USING fts5 (
    title, text, content='chunk_texts', content_rowid='id',
    tokenize="porter unicode61 remove_diacritics 2"
);

CREATE VIEW article_texts AS
    SELECT id, title, (
        SELECT group_concat(text, char(10))
        FROM (SELECT text FROM paragraphs WHERE source = sources.id ORDER BY n)
    ) AS text
    FROM sources WHERE error IS NULL;
CREATE VIRTUAL TABLE article_index USING fts5 (
    title, text, content='article_texts', content_rowid='id',
    tokenize="porter unicode61 remove_diacritics 2"
);

INSERT INTO chunk_index (chunk_index, rank) VALUES ('hashsize', 16777216), ('automerge', 0);
INSERT INTO article_index (article_index, rank) VALUES ('hashsize', 16777216), ('automerge', 0);

CREATE TABLE names (key TEXT NOT NULL, spelling TEXT NOT NULL, PRIMARY KEY (key, spelling)) WITHOUT ROWID;
"""


def list_statements() -> list[str]:
    """Return the statements that lay the tables out in an empty file."""
    return [statement for statement in _SCHEMA.split(";\n") if statement.strip()]
