"""Packages of the system: installed where nobody has to be asked, and nothing is started by it."""

from __future__ import annotations

import subprocess

import pytest

from generator.bootstrap.packages import Installer, Wanted, install

from .machine import Machine, needs_sh

pytestmark = needs_sh
NGINX = Wanted("nginx", "nginx", ["nginx-light", "nginx"], ["nginx.service"])
FONT = Wanted("フォント", "a font", ["fonts-noto-cjk"])
FETCHED = "apt-get install --download-only"
PUT_IN = "apt-get install --no-download"


def test_root_installs_what_the_lists_have_without_fetching_them_anew(machine: Machine) -> None:
    machine.is_roots()
    machine.knows("nginx-light", "fonts-noto-cjk")
    assert install([NGINX, FONT])
    assert machine.installed == {"nginx-light", "fonts-noto-cjk"}
    both = "nginx-light fonts-noto-cjk"
    assert machine.calls[:2] == [f"{FETCHED} {both}", f"{PUT_IN} {both}"]


@pytest.mark.parametrize("before", [[], ["nginx-light"]], ids=["no lists", "old lists"])
def test_lists_that_lack_a_package_are_fetched_anew(machine: Machine, before: list[str]) -> None:
    machine.is_roots()
    machine.knows("nginx-light", "fonts-noto-cjk", before=before)
    assert install([NGINX, FONT])
    assert machine.installed == {"nginx-light", "fonts-noto-cjk"}
    assert machine.calls.count("apt-get update") == 1


def test_of_several_packages_the_first_that_there_is_does(machine: Machine) -> None:
    machine.is_roots()
    machine.knows("nginx")
    assert install([NGINX])
    assert machine.installed == {"nginx"}


def test_a_sudo_that_asks_nothing_is_used_for_what_root_must_do(machine: Machine) -> None:
    machine.has("trusted")
    machine.knows("fonts-noto-cjk")
    assert install([FONT])
    assert machine.installed == {"fonts-noto-cjk"}
    called = [call for call in machine.calls if call.startswith("apt-get")]
    assert called == [f"{FETCHED} fonts-noto-cjk", f"{PUT_IN} fonts-noto-cjk"]
    by_sudo = [call for call in machine.calls if call.startswith("sudo -n env ")]
    assert len(by_sudo) == len(called) + 1  # and a look whether anybody answers


def test_a_sudo_that_asks_is_left_alone(machine: Machine) -> None:
    machine.knows("fonts-noto-cjk")
    assert not install([FONT])
    assert machine.calls == ["sudo -n true"]


def test_other_systems_are_left_alone(machine: Machine) -> None:
    machine.is_roots()
    machine.is_called("fedora")
    assert Installer.here() is None
    machine.is_called("linuxmint", like="ubuntu debian")
    assert Installer.here()


def test_without_a_network_it_says_what_apt_get_said(
    machine: Machine, capfd: pytest.CaptureFixture[str]
) -> None:
    machine.is_roots()
    assert not install([NGINX, FONT])
    said = capfd.readouterr().err
    assert "nginx、フォントを入れています" in said
    assert "Installing nginx, a font with apt-get" in said
    assert "入れられませんでした / That failed: E: Failed to fetch hostname" in said
    assert machine.calls == ["apt-get update"]


def test_no_service_starts_meanwhile_or_with_the_machine(machine: Machine) -> None:
    machine.is_roots()
    machine.knows("nginx-light")
    assert install([NGINX])
    forbidden = "policy 101"
    assert machine.calls[-2:] == [forbidden, "systemctl --quiet disable nginx.service"]
    assert not machine.policy.exists()


def test_a_policy_of_the_machine_stays_as_it_is(machine: Machine) -> None:
    machine.is_roots()
    machine.knows("nginx-light")
    own = "#!/bin/sh\nexit 104\n"
    machine.policy.write_text(own, encoding="utf-8")
    machine.policy.chmod(0o755)
    assert install([NGINX])
    assert "policy 104" in machine.calls
    assert machine.policy.read_text(encoding="utf-8") == own


def test_what_a_killed_process_left_forbids_nothing_and_goes(machine: Machine) -> None:
    machine.is_roots()
    machine.knows("nginx-light")
    ended = subprocess.Popen(["true"])
    ended.wait()
    left = (
        f"#!/bin/sh\n# Sawaru is installing\nkill -0 {ended.pid} 2>/dev/null && exit 101\nexit 0\n"
    )
    machine.policy.write_text(left, encoding="utf-8")
    machine.policy.chmod(0o755)
    assert subprocess.run([machine.policy, "ssh", "start"]).returncode == 0
    assert install([NGINX])
    assert "policy 101" in machine.calls
    assert not machine.policy.exists()
