"""A model behind an OpenAI-compatible server that the user named, such as llama-server or Ollama."""

import json
import math
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpx

from agent.models import Message, Stopped
from agent.models.deadline import Late, Limits, await_each
from index.errors import ModelError

_CONTEXT = 8192
_LISTED = 10
"""Likeliest tokens that a server is asked to list."""
_CHARACTERS_A_TOKEN = 3
"""Fewer than models of our day need for most languages, so that counts err on the safe side."""

LISTING = Limits(first=30, between=15, whole=45)
REPLYING = Limits(first=300, between=60, whole=900)
"""How long a server is waited for. On a CPU a large model may be loaded first, and reads its prompt for minutes."""
_CONNECTING = 5
_LARGEST = 10_000_000
"""Bytes that a reply of one piece may have."""


class RemoteModel:
    """Chat completions over HTTP; it writes and does not rerank; see `agent.models.Writer`.

    The first model that the server lists is used. Loopback addresses are allowed with `offline`.
    """

    def __init__(self, address: str, *, offline: bool = False) -> None:
        self._address = address.rstrip("/")
        if offline and httpx.URL(self._address).host not in ("localhost", "127.0.0.1", "::1"):
            hint = "Leave out --offline, or name a model on this machine."
            raise ModelError(f"{address} is another machine.", hint)
        self._client = httpx.Client(timeout=httpx.Timeout(REPLYING.whole, connect=_CONNECTING))
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
        request = {**self._ask(messages, max_tokens), "stream": True}
        if grammar and self._listed.get("owned_by") == "llamacpp":
            request["grammar"] = grammar

        def fetch() -> Generator[str, None, None]:
            with self._client.stream("POST", self._chat, json=request) as reply:
                self._check(reply)
                yield from filter(None, map(read_event, reply.iter_lines()))

        with self._failing():
            yield from await_each(fetch, REPLYING, stop)

    def weigh(
        self, prompts: Sequence[Sequence[Message]], options: Sequence[str], *, stop: threading.Event | None = None
    ) -> list[list[float]] | None:
        """Return how likely replies begin with each option, None where the server does not tell."""
        found: list[list[float]] = []
        for prompt in prompts:
            if stop and stop.is_set():
                raise Stopped
            request = {**self._ask(prompt, 1), "logprobs": True, "top_logprobs": _LISTED}
            with self._failing():
                reply = self._exchange("POST", self._chat, REPLYING, stop, request)
                if reply.is_error:  # a server that knows no such parameter
                    return None
                listed = read_likeliest(reply.json())
            if not listed:
                return None
            found.append([_sum(listed, option) for option in options])
        return found

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    @property
    def _chat(self) -> str:
        return f"{self._address}/chat/completions"

    def _ask(self, messages: Sequence[Message], max_tokens: int) -> dict[str, Any]:
        turns = [{"role": message.role, "content": message.content} for message in messages]
        return {"model": self.name, "messages": turns, "max_tokens": max_tokens, "temperature": 0}

    def _describe(self) -> dict[str, Any]:
        with self._failing():
            reply = self._exchange("GET", f"{self._address}/models", LISTING)
            self._check(reply)
            listed = reply.json()["data"]
            if not isinstance(listed[0]["id"], str):
                raise ValueError
            return dict(listed[0])

    def _exchange(
        self, method: str, url: str, limits: Limits, stop: threading.Event | None = None, content: Any = None
    ) -> httpx.Response:
        """Return the whole reply to a request; raises Late, and Stopped once `stop` is set."""

        def fetch() -> Generator[httpx.Response | None, None, None]:
            with self._client.stream(method, url, json=content) as reply:
                body = bytearray()
                for piece in reply.iter_bytes():
                    if not body.strip() and piece.strip():
                        yield None  # a reply that has begun comes at once: it is no stream
                    body += piece
                    if len(body) > _LARGEST:
                        raise ValueError
                yield httpx.Response(reply.status_code, content=bytes(body))

        for reply in await_each(fetch, limits, stop):
            if reply is not None:
                return reply
        raise Stopped

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
        except Late as error:
            hint = "See what keeps the server busy, name a smaller model there, or leave out --model."
            raise ModelError(f"{self._address} {error}.", hint) from error
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


def read_likeliest(reply: dict[str, Any]) -> list[tuple[str, float]]:
    """Return the likeliest first tokens of a chat completion with their log-probabilities, none where not told."""
    told = reply["choices"][0].get("logprobs") or {}
    content = told.get("content") or []
    return [(str(item["token"]), float(item["logprob"])) for item in content[0]["top_logprobs"]] if content else []


def _sum(listed: Sequence[tuple[str, float]], option: str) -> float:
    """Return the log-probability of an option in any case; of one that is not listed, the least that is."""
    same = [value for token, value in listed if token.strip().casefold() == option.casefold()]
    return math.log(math.fsum(map(math.exp, same))) if same else min(value for _, value in listed)
