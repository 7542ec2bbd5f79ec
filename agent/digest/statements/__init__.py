"""Statements: the sentences of a story that assert something, and how each is read."""
