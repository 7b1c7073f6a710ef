"""Reader: from the bytes of a seed to an article; nothing in it that the seed does not have."""
