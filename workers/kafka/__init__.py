"""Kafka as the commands need it: topics made and checked, records sent and read, a broker for local work."""
