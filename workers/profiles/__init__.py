"""Profiles: what a source's pages teach, learned from events and read by the stages. Pure: profile in, profile out."""
