"""Words: which words stand for one another, deny or count, wherever they stand."""
