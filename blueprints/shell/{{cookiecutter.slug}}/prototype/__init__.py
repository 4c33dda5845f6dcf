"""The prototype: what is kept (model), who uses it for what (project), what is seen (screens)."""
