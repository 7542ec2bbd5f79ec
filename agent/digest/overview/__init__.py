"""Overview: what of a story is told first, and what is no longer so."""
