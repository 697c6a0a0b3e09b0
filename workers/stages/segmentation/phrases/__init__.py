"""Phrases: what words say by the lexicon, wherever on a page they stand."""
