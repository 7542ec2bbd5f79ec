"""Accord: which statements assert the same, and which are set against each other."""
