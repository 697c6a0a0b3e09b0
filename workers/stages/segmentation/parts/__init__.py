"""Parts: where a line is cut whose pieces are glued together, before anybody knows what they are."""
