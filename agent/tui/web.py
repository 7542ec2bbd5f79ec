"""The chat in a browser, through textual-serve: for Concord's own page only, with nothing fetched from elsewhere."""

import logging
import socket
from collections.abc import Callable

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

from index.errors import UsageError

LOOPBACK = ("127.0.0.1", "localhost", "::1")

_POLICY = (
    "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; font-src 'self' data:; "
    "style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'"
)


class ChatServer(Server):
    """Serves a chat of its own to each browser tab."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what another page opened: browsers let any page connect to this machine, under any name."""
        origin = request.headers.get("Origin")
        foreign = origin is not None and origin.partition("://")[2] != request.host
        disguised = self.host in LOOPBACK and request.url.host not in LOOPBACK
        if foreign or disguised:
            raise web.HTTPForbidden(text="Only Concord's own page may connect.")
        self.public_url = f"{request.scheme}://{request.host}"
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = _POLICY
        return response

    def initialize_logging(self) -> None:
        """Log warnings only; a line a request is of no use to a reader."""
        logging.basicConfig(level="WARNING")

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing; the command line told the address."""


def serve(command: str, host: str, port: int, tell: Callable[[str], object]) -> None:
    """Serve the chat that `command` starts until Ctrl+C, after `tell` got its address; UsageError if that is taken."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        message = f"The chat cannot be shown on {host}:{port} ({error.strerror})."
        raise UsageError(message, f"Take another port: --port {port % 65535 + 1}") from error
    tell(f"http://{host}:{port}")
    ChatServer(command, host, port, "Concord").serve()
