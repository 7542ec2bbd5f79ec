"""The library: documents become searchable paragraphs."""
