"""The Arabic script: folding, tokens and dates, for every stage alike."""
