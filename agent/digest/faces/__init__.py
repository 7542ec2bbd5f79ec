"""How a digest looks: Markdown, a page, a terminal's text, and the JSON that scripts rely on."""
