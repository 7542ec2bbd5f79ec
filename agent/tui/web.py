"""The chat in a browser, through textual-serve: for the same page only, and on this machine unless told otherwise."""

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server


@web.middleware
async def refuse_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what another web page opened: browsers let any page connect to a socket on this machine."""
    origin = request.headers.get("Origin")
    if origin and origin.partition("://")[2] != request.host:
        raise web.HTTPForbidden(text="Only Concord's own page may connect.")
    return await handler(request)


class ChatServer(Server):
    """Serves one chat to each browser tab."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(refuse_strangers)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing; the command line told the address."""


def serve(command: str, host: str, port: int) -> None:
    """Serve the chat that `command` starts until Ctrl+C."""
    ChatServer(command, host, port, "Concord").serve()
