"""The sheet for the team: every question on paper, with a box to tick and a line for the answer."""
