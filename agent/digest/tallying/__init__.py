"""Tallying: counts that grow, and the earlier ones that they put out of date."""
