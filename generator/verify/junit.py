"""The results as JUnit XML, which build servers read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from xml.etree import ElementTree

from .results import ModuleResult, TestResult

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(results: Iterable[ModuleResult]) -> bytes:
    """Return ``results`` as XML: a suite a module, a case a test."""
    root = ElementTree.Element("testsuites")
    for result in results:
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=result.module,
            tests=str(len(result.tests)),
            failures=str(len(result.failures)),
            errors=str(int(bool(result.output))),
            time=f"{result.seconds:.3f}",
            timestamp=result.at,
        )
        for test in result.tests:
            _case(suite, PurePosixPath(result.module), test)
        if result.output:
            case = ElementTree.SubElement(suite, "testcase", name="module", time="0")
            ElementTree.SubElement(case, "error", message="not run to its end").text = _clean(
                result.output
            )
    ElementTree.indent(root)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml


def _case(suite: ElementTree.Element, module: PurePosixPath, test: TestResult) -> None:
    given = "-".join(value or "" for value in test.params.values())
    name = _clean(f"{test.name}[{given}]" if given else test.name)
    classname = ".".join(module.with_suffix("").parts)
    case = ElementTree.SubElement(
        suite, "testcase", classname=classname, name=name, time=f"{test.seconds:.3f}"
    )
    if test.failed:
        message = _clean(test.message.partition("\n")[0])
        ElementTree.SubElement(case, "failure", message=message).text = _clean(test.details)
    elif test.outcome == "skipped":
        ElementTree.SubElement(case, "skipped")


def _clean(text: str) -> str:
    """Leave out what XML can't hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
