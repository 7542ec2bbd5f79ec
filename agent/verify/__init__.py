"""Verification: every sentence that is shown is held against the paragraph that it cites."""
