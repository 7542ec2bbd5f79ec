"""The options that every command shares, and how their values become settings."""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from agent.pipeline.settings import Settings, read_config
from index.errors import UsageError


class SourcesCommand(click.Command):
    """A command whose `--sources` takes several paths, as in `--sources reports/ notes.txt`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments after every path that follows `--sources` got an option of its own."""
        return super().parse_args(ctx, spread_sources(args))


def spread_sources(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `--sources A B` written as `--sources A --sources B`.

    A further word belongs to `--sources` when it names something on disk, so that a question may follow.
    """
    spread: list[str] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        spread.append(word)
        if word == "--":
            return spread + rest
        if word == "--sources" and rest:
            spread.append(rest.pop(0))
            while rest and not rest[0].startswith("-") and _on_disk(rest[0]):
                spread += ["--sources", rest.pop(0)]
    return spread


def _on_disk(word: str) -> bool:
    try:
        return Path(word).expanduser().exists()
    except OSError:
        # A question can be longer than a file name may be.
        return False


def common_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose sources, model and embedder to a command, which gets them as `settings`."""

    @wraps(function)
    def call(**values: Any) -> Any:
        chosen = {name: values.pop(name) for name in _NAMES}
        return function(settings=make_settings(**chosen), **values)

    for option in reversed(_OPTIONS):
        call = option(call)
    return call


class _Place(click.Path):
    """A path, which is not the current folder where none is given."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; an empty text is none."""
        if not str(value):
            self.fail("The path is empty.", param, ctx)
        return super().convert(value, param, ctx)


_NAMES = ("sources", "library", "model", "embedder", "gpu", "offline", "verbose")
_OPTIONS = (
    click.option(
        "--sources",
        multiple=True,
        type=_Place(path_type=Path),
        envvar="CONCORD_SOURCES",
        metavar="PATH…",
        help="Files or folders to read; several may follow. Those in config.toml are taken from its folder.",
    ),
    click.option("--library", envvar="CONCORD_LIBRARY", metavar="NAME", help="A library made by `concord index`."),
    click.option(
        "--model",
        envvar="CONCORD_MODEL",
        metavar="MODEL",
        help="A name from `concord models`, a .gguf file, hf:owner/repo/file.gguf, or http://host:port/v1.",
    ),
    click.option("--embedder", metavar="NAME", help="wordllama (default) or an embedding model's .gguf file."),
    click.option("--gpu", metavar="auto|off|N", help="Layers to put on a GPU; auto: all, where there is one."),
    click.option("--offline", is_flag=True, default=None, help="Never open a network connection."),
    click.option("-v", "--verbose", is_flag=True, help="Say more, and show the whole report of a failure."),
)


def make_settings(
    sources: Sequence[Path],
    library: str | None,
    model: str | None,
    embedder: str | None,
    gpu: str | None,
    offline: bool | None,
    verbose: bool,
) -> Settings:
    """Return the settings of a command: what was given, then what config.toml says, then the defaults."""
    config = read_config()
    if library == "":
        raise UsageError("The name of the library is empty.", "Give one, or leave out --library.")
    sources, library = _choose_place(tuple(sources), library)
    if not sources and not library:
        sources = tuple(map(Path, config.get("sources", ())))
        library = config.get("library") if not sources else None
    return Settings(
        sources=tuple(sources),
        library=library or "",
        model=model or config.get("model", ""),
        embedder=embedder or config.get("embedder", ""),
        gpu=_check_gpu(gpu or config.get("gpu", "auto")),
        offline=config.get("offline", False) if offline is None else offline,
        verbose=verbose,
    )


def _choose_place(sources: tuple[Path, ...], library: str | None) -> tuple[tuple[Path, ...], str | None]:
    """Let a flag win over the environment where one names sources and the other a library."""
    if not (sources and library):
        return sources, library
    context = click.get_current_context()
    flags = [context.get_parameter_source(name) is ParameterSource.COMMANDLINE for name in ("sources", "library")]
    if flags == [False, True]:
        return (), library
    if flags == [True, True]:
        raise UsageError("--sources and --library were both given.", "Give one of them.")
    return sources, None


def _check_gpu(value: str) -> str:
    if value not in ("auto", "off") and not value.isdigit():
        raise UsageError(f"“{value}” is no setting for the GPU.", "Give auto, off, or a number of layers.")
    return value
