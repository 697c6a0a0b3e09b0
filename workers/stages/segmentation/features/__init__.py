"""Features: what can be seen of a part and of what stands around it, before it is asked what it means."""
