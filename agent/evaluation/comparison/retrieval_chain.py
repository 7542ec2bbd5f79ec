"""LangChain's retrieval chain, put together as its documentation does, and asked to cite.

The recursive splitter with the sizes of the RAG tutorial, Chroma's retriever with its default of four chunks, the
tutorial's prompt with a sentence on citing, and the chat model over llama.cpp with the model's own chat template.
"""

from collections.abc import Sequence
from operator import itemgetter

from langchain_chroma import Chroma
from langchain_classic.chains import create_retrieval_chain
from langchain_classic.chains.combine_documents import create_stuff_documents_chain
from langchain_community.chat_models import ChatLlamaCpp
from langchain_community.document_loaders import DirectoryLoader, TextLoader
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.prompts import ChatPromptTemplate, PromptTemplate
from langchain_text_splitters import RecursiveCharacterTextSplitter

from agent.evaluation.comparison.task import CONTEXT, LONGEST, PENALTY, Task, Written
from index.vectors.embed import load_embedder

SYSTEM = (
    "You are an assistant for question-answering tasks. Use the following pieces of retrieved context to answer the "
    "question. If you don't know the answer, say that you don't know. Use three sentences maximum and keep the answer "
    "concise. Cite the pieces of context that you use by their numbers, for example [1].\n\n{context}"
)
"""The prompt of LangChain's RAG tutorial; the sentence on citing is ours."""


class RetrievalChain:
    """Answers with `create_retrieval_chain` over a Chroma index of the task's texts."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._store = Chroma(
            collection_name="texts",
            embedding_function=_Embeddings(task.embedder),
            persist_directory=str(task.work),
        )
        # The class replaces the model's own positions (RoPE) by those of Llama 2 unless it is told not to (0), and
        # reads a prompt eight tokens at a time unless it is told how many.
        model = ChatLlamaCpp(
            model_path=str(task.model),
            n_ctx=CONTEXT,
            n_batch=512,
            n_threads=task.threads,
            max_tokens=LONGEST,
            temperature=0.0,
            repeat_penalty=PENALTY,
            rope_freq_base=0.0,
            rope_freq_scale=0.0,
            verbose=False,
            model_kwargs={"flash_attn": True, "n_threads_batch": task.threads},
        )
        prompt = ChatPromptTemplate.from_messages([("system", SYSTEM), ("human", "{input}")])
        piece = PromptTemplate.from_template("[{n}] {page_content}")
        answering = create_stuff_documents_chain(model, prompt, document_prompt=piece)
        retriever = itemgetter("input") | self._store.as_retriever() | _number
        self._chain = create_retrieval_chain(retriever, answering)

    def index(self) -> None:
        """Load, split and embed the texts."""
        loader = DirectoryLoader(
            str(self._task.texts), glob="*.txt", loader_cls=TextLoader, loader_kwargs={"encoding": "utf-8"}
        )
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        self._store.add_documents(splitter.split_documents(loader.load()))

    def answer(self, question: str) -> Written:
        """Return what the chain writes and the chunks that it was shown."""
        result = self._chain.invoke({"input": question})
        return Written(str(result["answer"]), tuple(document.page_content for document in result["context"]))


def _number(documents: list[Document]) -> list[Document]:
    return [Document(document.page_content, metadata={"n": n}) for n, document in enumerate(documents, start=1)]


class _Embeddings(Embeddings):  # type: ignore[misc, unused-ignore]
    def __init__(self, name: str) -> None:
        self._embedder = load_embedder(name)

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        rows: list[list[float]] = self._embedder.embed(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]
