"""Markup: an HTML page's visible text, and what its tags state about its article."""
