"""The commit: one, of the spec alone, and only where there is a repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.decide.commit import CommitError, commit, is_in_repository


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture
def repository(spec: Path) -> Path:
    """Return the folder of ``spec``, with a commit and other things that are staged."""
    folder = spec.parent
    git(folder, "init", "-q")
    for name, value in (("user.name", "x"), ("user.email", "x@example.jp")):
        git(folder, "config", name, value)
    git(folder, "commit", "-q", "--allow-empty", "-m", "first")
    (folder / "other.txt").write_text("other", encoding="utf-8")
    git(folder, "add", "other.txt")
    return folder


def test_the_spec_alone_is_committed_even_when_it_is_new(repository: Path, spec: Path) -> None:
    commit(spec, '決定 F1\n\n# 理由: "$(x)"\n-m y\n')
    assert git(repository, "show", "--name-only", "--format=").split() == ["spec.yaml"]
    assert git(repository, "show", "-s", "--format=%B").strip() == '決定 F1\n\n# 理由: "$(x)"\n-m y'
    assert git(repository, "diff", "--cached", "--name-only").split() == ["other.txt"]


def test_what_git_says_is_told(repository: Path, spec: Path) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(CommitError, match="not today"):
        commit(spec, "x")


def test_a_link_is_committed_where_the_file_is(
    repository: Path, spec: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "link.yaml"
    link.symlink_to(spec)
    assert is_in_repository(link)
    commit(link, "x")
    assert git(repository, "show", "--name-only", "--format=").split() == ["spec.yaml"]


def test_without_a_repository_there_is_none(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_in_repository(spec)
    monkeypatch.setenv("PATH", "")
    assert not is_in_repository(spec)
