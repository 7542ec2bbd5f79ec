"""Search: a question becomes a ranking of articles and chunks."""
