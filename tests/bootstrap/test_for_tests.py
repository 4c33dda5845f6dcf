"""What the tests need: which ways to a browser are tried where, and what is said at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.bootstrap.for_tests import find_browser, install_what_is_used

from .machine import Machine, needs_sh

pytestmark = needs_sh
WITH_LIBRARIES = "python -m playwright install --with-deps --only-shell chromium"
ALONE = "python -m playwright install --only-shell chromium"
SHELL = "chromium-headless-shell"


def find(machine: Machine) -> list[str]:
    """Find a browser; return what was tried for it, the names of packages last."""
    find_browser(machine.python, Path("search.py"))
    return tried(machine)


def tried(machine: Machine) -> list[str]:
    kinds = ("python -m playwright install", "apt-get install --no-download", "apt-get update")
    return [call for call in machine.calls if call.startswith(kinds)]


def test_a_browser_that_is_there_is_enough(machine: Machine) -> None:
    machine.is_roots()
    (machine.folder / "installed" / "chromium").touch()
    assert find(machine) == []
    assert machine.calls == ["python search.py"]


def test_debian_has_a_browser_without_asking_playwright(machine: Machine) -> None:
    machine.is_roots()
    machine.has("playwright")
    machine.knows(SHELL, "chromium")
    assert find(machine) == [f"apt-get install --no-download {SHELL}"]
    assert machine.calls[-1] == "python search.py"


def test_an_older_debian_has_the_whole_browser_only(machine: Machine) -> None:
    machine.is_roots()
    machine.knows("chromium")
    assert find(machine) == ["apt-get install --no-download chromium"]


def test_where_debian_can_not_be_reached_playwright_is_asked(machine: Machine) -> None:
    machine.is_roots()
    machine.has("playwright")
    assert find(machine) == ["apt-get update", ALONE]


def test_ubuntu_gets_the_one_of_playwright_with_its_libraries(machine: Machine) -> None:
    machine.is_roots()
    machine.is_called("ubuntu", like="debian")
    machine.has("playwright")
    machine.knows(SHELL)
    assert find(machine) == [WITH_LIBRARIES]


def test_ubuntu_falls_back_on_packages_that_are_no_snap(machine: Machine) -> None:
    machine.is_roots()
    machine.is_called("linuxmint", like="ubuntu debian")
    machine.knows("chromium", "chromium-browser")
    assert find(machine) == [WITH_LIBRARIES, "apt-get install --no-download chromium"]


@pytest.mark.parametrize("name", ["debian", "ubuntu", "fedora"])
def test_who_may_not_install_packages_gets_the_one_of_playwright(
    machine: Machine, name: str
) -> None:
    machine.is_called(name)
    machine.has("playwright")
    machine.knows(SHELL)
    assert find(machine) == [ALONE]


def test_a_library_that_playwright_lacks_comes_first(machine: Machine) -> None:
    machine.is_roots()
    machine.has("bare")
    machine.knows("libatomic1", SHELL)
    names = [call.rpartition(" ")[2] for call in find(machine)]
    assert names == ["libatomic1", SHELL]


def test_a_playwright_that_does_not_start_is_asked_for_nothing(machine: Machine) -> None:
    machine.has("bare", "playwright")
    with pytest.raises(SystemExit):
        find(machine)
    assert tried(machine) == []


@pytest.mark.parametrize("root", [True, False])
def test_when_all_fails_the_search_has_the_last_word(
    machine: Machine, root: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    if root:
        machine.is_roots()
    with pytest.raises(SystemExit, match=r"^Error: nowhere to fetch it from$"):
        find(machine)
    assert capfd.readouterr().err.rstrip().endswith("type this to get a browser")


def test_for_a_browser_that_somebody_named_no_other_is_installed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.is_roots()
    machine.knows(SHELL)
    monkeypatch.setenv("PROTOTYPE_BROWSER", "/nowhere/browser")
    with pytest.raises(SystemExit):
        find(machine)
    assert tried(machine) == []


def test_what_tests_use_is_installed_at_once(machine: Machine) -> None:
    machine.is_roots()
    machine.knows("fonts-noto-cjk", "postgresql", "nginx-light", "caddy")
    install_what_is_used()
    assert machine.installed == {"fonts-noto-cjk", "postgresql", "nginx-light", "caddy"}
    assert len(tried(machine)) == 1


def test_what_is_there_is_not_installed(machine: Machine) -> None:
    machine.is_roots()
    machine.knows("nginx-light", "caddy")
    for name in ("share/fonts/opentype/NotoSansCJK-Bold.ttc", "lib/postgresql/15/bin/initdb"):
        path = machine.folder / "system/usr" / name
        path.parent.mkdir(parents=True)
        path.touch()
    install_what_is_used()
    assert machine.installed == {"nginx-light", "caddy"}


def test_what_a_release_lacks_is_left_out_and_told_and_the_rest_is_installed(
    machine: Machine, capfd: pytest.CaptureFixture[str]
) -> None:
    machine.is_roots()
    machine.knows("fonts-noto-cjk", "postgresql", "nginx-light")
    install_what_is_used()
    assert machine.installed == {"fonts-noto-cjk", "postgresql", "nginx-light"}
    said = capfd.readouterr().err
    assert "Unable to locate package caddy" in said
    assert "それを使うテストは省かれます" in said


@pytest.mark.usefixtures("machine")
def test_who_may_not_install_is_told_what_is_left_out_and_what_to_type(
    capfd: pytest.CaptureFixture[str],
) -> None:
    install_what_is_used()
    said = capfd.readouterr().err
    assert (
        "日本語のフォント、PostgreSQL、nginx、Caddyがないため、それを使うテストは省かれます" in said
    )
    assert (
        "Without a Japanese font, PostgreSQL, nginx, Caddy, tests that use it are left out" in said
    )
    assert "\n    sudo apt-get install fonts-noto-cjk postgresql nginx-light caddy\n" in said


def test_nothing_is_said_where_packages_have_other_names(
    machine: Machine, capfd: pytest.CaptureFixture[str]
) -> None:
    machine.is_called("fedora")
    install_what_is_used()
    assert capfd.readouterr().err == ""
