"""Imprints: what a document says of itself: title, publisher and day."""
