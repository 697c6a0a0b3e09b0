"""The benchmarks that compare khabar with others, without the others."""

import importlib
import sys

import pytest


@pytest.mark.parametrize("benchmark", ["benchmarks.date_readers", "benchmarks.extractors"])
def test_a_benchmark_without_its_dependencies_names_their_group(
    monkeypatch: pytest.MonkeyPatch, benchmark: str
) -> None:
    """What is not installed is one line that says how to install it, and no traceback."""
    for module in ("benchmarks.extraction_systems", benchmark):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "dateparser", None)

    with pytest.raises(SystemExit, match=r"no module dateparser: the dependency group `bench`.*deploy/lock/bench\.txt"):
        importlib.import_module(benchmark)
