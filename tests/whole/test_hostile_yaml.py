"""YAML that means harm, or comes from a tool that writes more than we read: in every file that holds YAML."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.support.miniature import MINIATURE, write
from tests.whole.support import codes, make, misplaced, tree

pytestmark = pytest.mark.usefixtures("unmeasured")

TEXTS = {
    "bomb": "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b]\n",
    "loop": "&a [*a]\n",
    "merge": "<<: {id: x}\n",
    "merge-list": "<<: [*a, *b]\n",
    "deep-list": "[" * 100_000,
    "deep-map": "{a: " * 5_000,
    "deep-block": "- " * 50_000,
    "deep-key": "? " * 5_000,
    "huge-integer": "id: " + "9" * 100_000 + "\nminutes: " + "9" * 400 + "\n",
    "huge-decimal": "minutes: 1" + "0" * 400 + ".5\npass: 1e999\n",
    "dates": "id: 2026-11-01\ntitle: 2026-11-01T10:00:00Z\n",
    "binary": "title: !!binary aGVsbG8=\n",
    "object": '!!python/object/apply:os.system ["true"]\n',
    "set": "!!set {a, b}\n",
    "pairs": "!!omap [a: 1]\n",
    "no-number": "pass: .nan\nminutes: .inf\ntitle: .NaN\n",
    "twice": "id: a\nid: b\nid: c\n",
    "odd-keys": "1: a\n2.5: b\ntrue: c\nnull: d\n? \n: x\n",
    "many-keys": "".join(f"k{number}: {number}\n" for number in range(500)),
    "long-key": "k" * 5_000 + ": 1\n",
    "long-line": "title: " + "x" * 900_000 + "\n",
    "list": "- a\n- b\n",
    "scalar": "just text",
    "empty": "",
    "comment": "# nothing",
    "documents": "a: 1\n---\nb: 2\n...\nc",
    "directive": "%YAML 9.9\n---\nid: x\n",
    "tags": "%TAG ! tag:evil,2020:\n---\n!x y\n",
    "negative": "minutes: -5\npass: -1\n",
    "wrong-types": "minutes: yes\nid: no\ntitle: null\nauthors: 5\nkeywords: {a: b}\nlicence: [x]\n",
    "nested": "title: {a: {b: {c: d}}}\nobjectives: [[[]]]\ncourses: {a: b}\n",
    "objectives": 'objectives:\n  "": x\n  " ": y\n  "a b": z\n  O1: {en: {x: y}}\n',
    "programme": "prerequisites:\n  c: [c, d, {}]\n  x: 5\nlms: {url: [1]}\n",
    "surrogate": 'title: "\\ud800"\n',
    "controls": 'title: "\\x00\\x07\\e"\n',
    "tab": "\tid: x\n",
    "old-mac": "id: x\rtitle: y\r",
    "marks": "\ufeff\ufeffid: x\n",
    "turned": "\U0001f600: \u202eabc\n",
    "open-quote": '"\n' * 100,
    "open-flow": "{a:1, b:[}",
    "indent": "title: |99\n x\n",
    "folds": ">\n" * 50,
    "signs": ":\n!\n&\n%\n*\n@\n`\n",
}
PATHS = (*(path for path in MINIATURE if path.endswith(".yaml")), "c/media/media.yaml", "c/course.lock")
PAGE = "c/en/01-lesson/01-page.md"
HEAD = "id: p-page\ntitle: Page\nobjective: O1\n"


@pytest.mark.parametrize("name", TEXTS)
def test_any_file_may_hold_it(name: str, tmp_path: Path) -> None:
    start = time.process_time()
    cases = [(path, before + TEXTS[name]) for path in PATHS for before in ("", MINIATURE.get(path, ""))]
    cases += [(PAGE, f"---\n{before}{TEXTS[name]}\n---\n\nText.\n") for before in ("", HEAD)]
    for number, (path, text) in enumerate(cases):
        root = write(tmp_path / f"courses-{number}", {path: text})
        out = tmp_path / f"out-{number}"
        report = make(root, out)
        assert misplaced(root, report.diagnostics) == [], path
        assert "B901" not in codes(report)
        assert report.diagnostics or name in ("empty", "comment", "marks", "old-mac"), (
            f"{name} in {path}: nothing is said"
        )
        assert not report.failed or not out.exists() or tree(out) == {}
    assert time.process_time() - start < 20  # 0.5 s on a quiet machine
