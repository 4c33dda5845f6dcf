"""The sample specs that come with Sawaru."""

from __future__ import annotations

from pathlib import Path


class UnknownSampleError(Exception):
    """There is no sample ``name``; ``known`` are the names that there are."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"no sample {name!r}")
        self.name = name
        self.known = known


def sample_names() -> list[str]:
    """Return the names of the samples."""
    return sorted(path.stem for path in _folder().glob("*.yaml"))


def sample(name: str) -> bytes:
    """Return the spec of the sample ``name``. Raises UnknownSampleError."""
    if name not in sample_names():
        raise UnknownSampleError(name, sample_names())
    return (_folder() / f"{name}.yaml").read_bytes()


def _folder() -> Path:
    """Return where the samples are: in the wheel, or beside the package in a checkout."""
    packaged = Path(__file__).parent / "_sample_specs"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "sample_specs"
