"""Answers: what the model drafted, what may be quoted, and the decision to abstain."""
