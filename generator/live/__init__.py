"""A prototype that runs and follows its spec while somebody types."""
