"""The article: what of a document is its text, and what is put around it."""
