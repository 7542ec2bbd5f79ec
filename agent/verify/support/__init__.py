"""Support: whether the paragraph that a sentence cites says what the sentence says."""
