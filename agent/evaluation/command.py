"""The edge of the commands that measure: what goes wrong is drawn once, as a message and a hint."""

from typing import Any

import click

from index.errors import ConcordError


class Measuring(click.Command):
    """A command that ends with a message and a hint, and not with a traceback, where a file or a model fails."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command; raises ClickException for a ConcordError."""
        try:
            return super().invoke(context)
        except ConcordError as error:
            raise click.ClickException("\n".join(filter(None, (error.message, error.hint)))) from error
