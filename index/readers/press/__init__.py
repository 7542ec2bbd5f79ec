"""Printed pages: from lines with their places to paragraphs and tables."""
