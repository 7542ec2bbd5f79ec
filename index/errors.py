"""The errors that a user can meet, each with a hint that mends it."""


class ConcordError(Exception):
    """An error that is shown to the user as one message and one hint, never as a traceback."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ConcordError):
    """The command or the configuration asks for something that cannot be done."""

    exit_code = 2


class SourceError(ConcordError):
    """A document cannot be read."""


class LibraryError(ConcordError):
    """The index cannot be opened, written or rebuilt."""


class ModelError(ConcordError):
    """A model or an embedder cannot be found, loaded or run."""
