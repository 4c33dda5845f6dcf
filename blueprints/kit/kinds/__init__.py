"""What the kinds of screens show, one module a kind, and what several of them share."""
