"""Events: which sources tell of the same event."""
