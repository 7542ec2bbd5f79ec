"""The words: one Jinja file a prompt, filled in with plain values."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


_FOLDER = Path(__file__).parent


def render(name: str, /, **values: object) -> str:
    """Return the prompt `name` filled in; raises jinja2.UndefinedError for a value that is not given."""
    return _environment().get_template(f"{name}.jinja").render(values).strip()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # prompts are plain text, not HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )
