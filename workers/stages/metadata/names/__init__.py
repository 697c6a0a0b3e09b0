"""Names: what they are names of, by the lexicon, the page's address and the page itself."""
