"""LlamaIndex's citation query engine as its documentation shows it.

The default splitter, prompts and output length, three chunks of 1,024 tokens cut into citable pieces of 512 (the
documented example), and its class for llama.cpp with the model's own chat template.
"""

from pathlib import Path
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment
from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.query_engine import CitationQueryEngine
from llama_index.core.schema import MetadataMode
from llama_index.llms.llama_cpp import LlamaCPP
from llama_index.vector_stores.chroma import ChromaVectorStore

from agent.evaluation.comparison.task import CONTEXT, LONGEST, PENALTY, Task, Written
from index.vectors.embed import load_embedder


class CitationEngine:
    """Answers with `CitationQueryEngine` over a Chroma index of the task's texts."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._embedding = _Embedding(task.embedder)
        self._model = LlamaCPP(
            model_path=str(task.model),
            context_window=CONTEXT,
            max_new_tokens=LONGEST,
            temperature=0.0,
            verbose=False,
            generate_kwargs={"repeat_penalty": PENALTY},
            model_kwargs={"flash_attn": True, "n_threads": task.threads, "n_threads_batch": task.threads},
        )
        template = self._model._model.metadata.get("tokenizer.chat_template")
        if template:
            self._model.completion_to_prompt = _Template(template)
        self._engine: Any = None

    def index(self) -> None:
        """Load, split and embed the texts."""
        # The path of the file is kept out of what is embedded: it says nothing, and would be in every chunk.
        reader = SimpleDirectoryReader(str(self._task.texts), file_metadata=lambda path: {"file_name": Path(path).name})
        store = ChromaVectorStore.from_params(collection_name="texts", persist_dir=str(self._task.work))
        index = VectorStoreIndex.from_documents(
            reader.load_data(),
            storage_context=StorageContext.from_defaults(vector_store=store),
            embed_model=self._embedding,
        )
        self._engine = CitationQueryEngine.from_args(
            index, llm=self._model, similarity_top_k=3, citation_chunk_size=512
        )

    def answer(self, question: str) -> Written:
        """Return what the engine writes and the pieces that it was shown."""
        response = self._engine.query(question)
        pieces = (found.node.get_content(metadata_mode=MetadataMode.NONE) for found in response.source_nodes)
        return Written(str(response), tuple(pieces))


class _Template:
    """The chat template inside a GGUF file, applied to one message of the user."""

    def __init__(self, template: str) -> None:
        self._template = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True).from_string(template)

    def __call__(self, prompt: str) -> str:
        messages = [{"role": "user", "content": prompt}]
        # llama.cpp adds the token that begins a text by itself.
        return self._template.render(messages=messages, add_generation_prompt=True, bos_token="", eos_token="")


class _Embedding(BaseEmbedding):  # type: ignore[misc, unused-ignore]
    _embedder: Any = PrivateAttr()

    def __init__(self, name: str) -> None:
        super().__init__(model_name=name)
        self._embedder = load_embedder(name)

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self._embedder.embed(texts).tolist()
        return rows

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)
