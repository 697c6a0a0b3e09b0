"""The dedupe index: what earlier documents were, behind one small port to whatever stores it."""
