"""Digests: what the sources of a story agree on, what they dispute, and who says so."""
