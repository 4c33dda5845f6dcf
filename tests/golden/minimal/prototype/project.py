"""What the project is: its phases, roles, features and processes, as the spec tells them."""

from datetime import date

from prototype.kit.model.project import Project

project = Project("minimal", title="道路損傷通報", language="ja", sample_date=date(2026, 11, 2))
