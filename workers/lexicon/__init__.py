"""The lexicon: the data files that the stages read, and their one loader."""
