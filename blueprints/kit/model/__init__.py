"""What is kept and which rules hold: entities, fields, the project. No browser, no database."""
