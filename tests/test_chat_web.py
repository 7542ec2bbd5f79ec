"""The chat as a process: without a terminal, and in a browser through textual-serve."""

import asyncio
import base64
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientConnectorError, ClientSession, WSServerHandshakeError

from agent.cli.edge import run_command
from agent.cli.main import concord
from agent.pipeline.conversation import Turn
from agent.pipeline.history import History, Place
from agent.pipeline.talk import Talk
from agent.tui.app import ChatApp

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


def run_chat(*arguments: str, **options: Any) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", "from agent.cli import run; run()", "chat", *arguments]
    root = str(Path(__file__).parents[1])
    path = os.pathsep.join([root, os.environ.get("PYTHONPATH", "")])
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, text=True, env={**os.environ, "PYTHONPATH": path}, **streams, **options)


def test_without_a_terminal_the_chat_says_so() -> None:
    process = run_chat()
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert "needs a terminal" in err


def test_a_port_that_is_taken_is_said_before_any_address_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = run_chat("--web", "--port", str(port))
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert "Concord is on" not in err
    assert "--port" in err and str(port) in err


@pytest.mark.parametrize(("arguments", "folders"), [((), "kept"), (("--sources", "given"), "given")])
def test_a_conversation_is_taken_up_over_its_own_sources_unless_others_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], folders: str
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "none")
    monkeypatch.setenv("CONCORD_SOURCES", "of the environment")
    talk = Talk(History(), Place(folders=("kept",)))
    talk.keep(1, Turn("first?"))
    held: list[tuple[tuple[Path, ...], list[str]]] = []

    def run(app: ChatApp) -> None:
        held.append((app.settings.sources, [turn.asked for turn in app.chat.talk.turns]))

    monkeypatch.setattr(ChatApp, "run", run)
    assert run_command(concord, ["chat", "--resume", *arguments]) == 0
    assert held == [((Path(folders),), ["first?"])]


@pytest.fixture
def served(reports: Path) -> Iterator[int]:
    port = find_port()
    process = run_chat("--web", "--port", str(port), "--no-history", "--sources", str(reports))
    yield port
    process.terminate()
    process.communicate(timeout=30)


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def fetch(client: ClientSession, address: str) -> str:
    """Return a page of a server that may still be starting."""
    for _ in range(300):
        try:
            return await (await client.get(address)).text()
        except ClientConnectorError:
            await asyncio.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


async def test_the_browser_gets_the_chat_and_other_pages_do_not(served: int) -> None:
    address = f"http://127.0.0.1:{served}"
    async with ClientSession() as client:
        assert "Concord" in await fetch(client, address)
        for headers in ({"Origin": "http://elsewhere.example"}, {"Host": f"rebound.example:{served}"}):
            with pytest.raises(WSServerHandshakeError, match="403"):
                await client.ws_connect(f"{address}/ws", headers=headers)
        frames = ""
        async with client.ws_connect(f"{address}/ws?width=100&height=30", origin=address) as connection:
            while "Ask" not in frames:
                message = await asyncio.wait_for(connection.receive(), 60)
                frames += message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else ""
        assert "Ask" in frames


class Browser:
    """A headless Chromium, driven by the DevTools protocol."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.numbers = count(1)
        self.frames = ""

    async def receive(self) -> dict[str, Any]:
        """Return the next message, after what the terminal in the page was sent is put to `frames`."""
        message: dict[str, Any] = await self.connection.receive_json(timeout=60)
        if message.get("method") == "Network.webSocketFrameReceived":
            frame = message["params"]["response"]
            data = base64.b64decode(frame["payloadData"]) if frame["opcode"] == 2 else b""
            self.frames += data.decode("utf-8", "replace")
        return message

    async def sees(self, text: str) -> None:
        """Wait until the page was sent a text."""
        while text not in self.frames:
            await self.receive()

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and return its result."""
        number = next(self.numbers)
        await self.connection.send_str(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = await self.receive()
            if message.get("id") == number:
                return dict(message["result"])


@asynccontextmanager
async def browsing(client: ClientSession, address: str, folder: Path) -> AsyncIterator[Browser]:
    port = find_port()
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}", "--window-size=1100,700"]
    command = [CHROMIUM, *options, f"--remote-debugging-port={port}", address]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        pages: list[dict[str, str]] = []
        while not pages:
            targets = json.loads(await fetch(client, f"http://127.0.0.1:{port}/json"))
            pages = [target for target in targets if target["type"] == "page"]
        async with client.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as connection:
            yield Browser(connection)
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")
async def test_a_question_is_answered_in_a_headless_chromium(served: int, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{served}"
    async with ClientSession() as client:
        await fetch(client, address)
        async with browsing(client, address, tmp_path / "profile") as browser:
            await browser.call("Network.enable")
            await browser.call("Page.reload")
            await browser.sees("ready")
            for kind in ("mousePressed", "mouseReleased"):
                await browser.call("Input.dispatchMouseEvent", type=kind, x=300, y=300, button="left", clickCount=1)
            await browser.call("Input.insertText", text="Who is the architect of the reading room?")
            await browser.call("Input.dispatchKeyEvent", type="keyDown", key="Enter", windowsVirtualKeyCode=13)
            await browser.sees("Ilse Brandt")
            if folder := os.environ.get("CONCORD_SCREENS"):
                shot = await browser.call("Page.captureScreenshot")
                (Path(folder) / "browser.png").write_bytes(base64.b64decode(shot["data"]))
