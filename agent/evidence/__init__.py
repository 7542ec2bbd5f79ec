"""Evidence: from a question to the few numbered paragraphs and the sentences that may answer it."""
