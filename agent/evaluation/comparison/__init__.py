"""Side by side: Concord, LangChain's retrieval chain and LlamaIndex's citation query engine on the same questions."""
