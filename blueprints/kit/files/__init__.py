"""Files of people: what they are, and pictures made smaller."""
