"""Evaluation: how well a model and its settings answer labelled questions, on your own folder or on public sets."""
