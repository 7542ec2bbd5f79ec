"""Denial: what a sentence denies, doubts or upholds, and who says so."""
