"""Language: words, names, numbers and dates as they stand in a text."""
