"""Published: what has been published, and how its ids and addresses stay."""
