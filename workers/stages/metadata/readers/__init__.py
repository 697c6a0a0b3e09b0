"""Readers: what one line, or the beginning of a text, says of a document; each knows one form."""
