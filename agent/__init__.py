"""The reader: a question becomes a checked answer; sources become a digest."""
