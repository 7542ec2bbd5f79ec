"""Errata: what an outlet takes back of what it told, or what held for a while only."""
