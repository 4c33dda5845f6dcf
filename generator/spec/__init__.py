"""The spec: read from YAML with positions, turned into models, checked as a whole."""
