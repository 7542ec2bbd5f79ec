"""Conflict: two sentences that cannot both be so."""
