"""Tables: which row answers a question, by its cells, its heads and the day that it is of."""
