"""Forms: what kind of answer a question wants, and which pieces of a sentence can be it."""
