"""Vetoes: sentences that tell of another person, place, time or thing than the one asked about."""
