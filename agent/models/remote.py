"""A model behind an OpenAI-compatible server that the user named, such as llama-server or Ollama."""

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpx

from agent.models import Message
from index.errors import ModelError

_CONTEXT = 8192
_CHARACTERS_A_TOKEN = 3
"""Fewer than models of our day need for most languages, so that counts err on the safe side."""


class RemoteModel:
    """Chat completions over HTTP; it generates and cannot tell likelihoods; see `agent.models.Model`.

    The first model that the server lists is used. Loopback addresses are allowed with `offline`.
    """

    def __init__(self, address: str, *, offline: bool = False) -> None:
        self._address = address.rstrip("/")
        if offline and httpx.URL(self._address).host not in ("localhost", "127.0.0.1", "::1"):
            hint = "Leave out --offline, or name a model on this machine."
            raise ModelError(f"{address} is another machine.", hint)
        self._client = httpx.Client(timeout=httpx.Timeout(300, connect=5))
        try:
            self._listed = self._describe()
        except ModelError:
            self._client.close()
            raise
        self.name = str(self._listed["id"])
        meta = self._listed.get("meta")
        stated = meta.get("n_ctx") or meta.get("n_ctx_train") if isinstance(meta, dict) else None
        self.parameters: int | None = None
        self.context_size = stated if isinstance(stated, int) else _CONTEXT

    def count_tokens(self, text: str) -> int:
        """Return an upper estimate of the number of tokens of a text."""
        return len(text.encode()) // _CHARACTERS_A_TOKEN + 1

    def fits(self, messages: Sequence[Message], *, max_tokens: int) -> bool:
        """Tell whether a prompt leaves room for `max_tokens`, by estimate."""
        prompt = sum(self.count_tokens(message.content) + 8 for message in messages)
        return prompt + max_tokens <= self.context_size

    def generate(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        grammar: str | None = None,
        stop: threading.Event | None = None,
    ) -> Iterator[str]:
        """Yield the pieces of the server's answer; only llama.cpp's own server is given the grammar."""
        request: dict[str, Any] = {
            "model": self.name,
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            "max_tokens": max_tokens,
            "temperature": 0,
            "stream": True,
        }
        if grammar and self._listed.get("owned_by") == "llamacpp":
            request["grammar"] = grammar
        address = f"{self._address}/chat/completions"
        with self._failing(), self._client.stream("POST", address, json=request) as reply:
            self._check(reply)
            for line in reply.iter_lines():
                if stop and stop.is_set():
                    return
                if text := read_event(line):
                    yield text

    def likelihoods(self, question: str, passages: Sequence[str], *, stop: threading.Event | None = None) -> None:
        """Return None: servers do not score a text that is given."""

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _describe(self) -> dict[str, Any]:
        with self._failing():
            reply = self._client.get(f"{self._address}/models")
            self._check(reply)
            listed = reply.json()["data"]
            if not isinstance(listed[0]["id"], str):
                raise ValueError
            return dict(listed[0])

    def _check(self, reply: httpx.Response) -> None:
        if reply.is_error:
            reply.read()
            raise ModelError(f"{self._address} answered {reply.status_code}: {reply.text[:200]}", self._hint)

    @property
    def _hint(self) -> str:
        return "Check that the server runs and that the address ends in /v1, or leave out --model."

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Turn what can go wrong with a server into ModelErrors."""
        try:
            yield
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ModelError(f"{self._address} does not answer: {error}", self._hint) from error
        except (ValueError, LookupError, TypeError) as error:
            message = f"{self._address} does not answer as an OpenAI server does."
            raise ModelError(message, self._hint) from error


def read_event(line: str) -> str:
    """Return the text in one line of a stream of chat completion chunks, empty if it has none."""
    if not line.startswith("data:") or line[5:].strip() == "[DONE]":
        return ""
    choices = json.loads(line[5:])["choices"]
    return str(choices[0]["delta"].get("content") or "") if choices else ""
