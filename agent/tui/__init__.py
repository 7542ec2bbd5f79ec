"""The terminal chat: it draws what the pipeline reports and knows nothing of answering."""
