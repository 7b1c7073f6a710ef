"""Search: what is indexed, and under which words it is found."""
