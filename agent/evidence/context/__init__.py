"""Context: what stands around a sentence in its source, and what it means by it."""
