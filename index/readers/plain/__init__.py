"""Plain text: its encoding, lines, pages, tables, and what it quotes."""
