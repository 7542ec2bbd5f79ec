"""The library: documents become searchable paragraphs.

`sync` finds what changed, `readers` make text of it, `article` keeps the body, `intake` and `publish` store it in SQL
and `vectors`; `search` is the only way out beside reading a paragraph back. `language` knows words, names, numbers.
"""
