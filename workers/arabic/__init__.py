"""The Arabic script: folding, verbs and dates, for every stage alike."""
