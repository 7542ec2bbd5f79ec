"""Vectors: texts as vectors, and Chroma, which finds the nearest."""
