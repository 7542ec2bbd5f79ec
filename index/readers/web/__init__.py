"""Web pages: which of their elements are the article, and what these say."""
