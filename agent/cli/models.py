"""`concord models`: which models there are on this machine, and how to get another."""

import click

from agent.cli.options import common_options
from agent.models.catalog import (
    BUNDLED,
    RECOMMENDED,
    download,
    is_here,
    list_files,
    model_folder,
    name_command,
)
from agent.pipeline.settings import Settings
from index.errors import UsageError


@click.command()
@common_options
@click.option("--download", "wanted", metavar="NAME", help="Fetch a model of the list, or hf:owner/repo/file.gguf.")
def models(settings: Settings, wanted: str | None) -> None:
    """List the models that can be used, or download one."""
    if wanted:
        if settings.offline:
            raise UsageError("--download and --offline exclude each other.", "Leave one of them out.")
        click.echo(str(download(wanted)))
        return
    click.echo(f"{click.style(BUNDLED, bold=True)}  bundled, the default; quotes rather than writes")
    for model in RECOMMENDED:
        state = "here" if is_here(model) else name_command(model)
        click.echo(
            f"{click.style(model.name, bold=True)}  {model.size} GB, {model.memory} GB of memory;"
            f" {model.note}  [{state}]"
        )
    for file in list_files():
        click.echo(f"{click.style(file.stem, bold=True)}  {file}")
    click.echo(click.style(f"Any .gguf file in {model_folder()} can be used by its name.", dim=True))
