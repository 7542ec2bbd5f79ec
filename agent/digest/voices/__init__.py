"""Voices: which sources speak for themselves, and which repeat the text of another."""
