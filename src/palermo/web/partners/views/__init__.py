"""The room's pages, by what people come for."""
