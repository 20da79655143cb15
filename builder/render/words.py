"""The interface words: gettext catalogues read straight from their ``.po`` files, and the pseudo-locale."""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations, c2py

from builder.render.pseudo import PSEUDO, pseudo
from builder.resources import templates

SOURCE = "en"
"""The language the words are written in; it needs no catalogue."""


class Words(NullTranslations):
    """The words of one language; what is not translated stays English."""

    def __init__(self, singles: dict[str, str], plurals: dict[str, tuple[str, ...]], rule: str = "n != 1") -> None:
        super().__init__()
        self._singles = singles
        self._plurals = plurals
        self._form = c2py(rule)

    def gettext(self, message: str) -> str:
        return self._singles.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._plurals.get(msgid1)
        if forms is None:
            return super().ngettext(msgid1, msgid2, n)
        return forms[min(self._form(n), len(forms) - 1)]


class PseudoWords(Words):
    """Every string marked: what stands unmarked on a page cannot be translated yet."""

    def __init__(self) -> None:
        super().__init__({}, {})

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


@cache
def words(language: str) -> Words:
    """The words of ``language`` (BCP 47): those of ``fr`` for ``fr-CH``, and English where there is no catalogue."""
    if language == PSEUDO:
        return PseudoWords()
    for name in (language, language.partition("-")[0]):
        path = templates() / "locale" / f"{name}.po"
        if name != SOURCE and path.is_file():
            return _read(path.read_bytes())
    return Words({}, {})


def _read(data: bytes) -> Words:
    from io import BytesIO  # noqa: PLC0415 - English courses need neither

    from babel.messages.pofile import read_po  # noqa: PLC0415

    singles: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    catalog = read_po(BytesIO(data))
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, str):
            if message.string:
                singles[message.id] = str(message.string)
        elif all(message.string):
            plurals[message.id[0]] = tuple(message.string)
    return Words(singles, plurals, catalog.plural_expr)
