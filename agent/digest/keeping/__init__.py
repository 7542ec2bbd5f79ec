"""Keeping: what of the last digest still holds, on disk and against the next."""
