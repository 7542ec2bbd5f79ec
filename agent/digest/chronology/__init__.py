"""Chronology: on which day a thing happened, and when it was told."""
