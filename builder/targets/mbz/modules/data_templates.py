"""The templates of a collection: how an entry is made, and how entries are shown.

They are read on phones first, name every value, follow the direction of the language, and hold no scripts. What stands
in brackets is a field, what stands between ``##`` a control of Moodle's (``mod/data/classes/template.php``).
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from html import escape

from builder.model.activity import Collection
from builder.model.form import Item
from builder.model.text import Blocks
from builder.render.numbers import numbers
from builder.targets.fragments import Fragments
from builder.targets.mbz.dress import dressed
from builder.targets.mbz.files import type_of
from builder.targets.mbz.modules.asked import place_of
from builder.targets.mbz.modules.data_fields import Field
from builder.targets.moodlexml.sheet import address

LISTED = 6
"""So many values of an entry the list shows; the rest is a click away."""

HEAD = """<div class="cw-head">
<div class="cw-who">##user##</div>
<div class="cw-when">##timemodified##</div>
<div class="cw-state ##approvalstatusclass##">##approvalstatus##</div>
<div class="cw-menu">##actionsmenu##</div>
</div>"""

CSS = """\
.cw-entry { border: 1px solid #ccc; border-radius: 8px; padding: 1rem; margin-block: 0 1rem; }
.cw-entry, .cw-form { text-align: start; max-width: 50rem; overflow-wrap: anywhere; }
.cw-head { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin-block-end: .75rem; }
.cw-head .cw-menu { margin-inline-start: auto; }
.cw-when { font-size: .875rem; }
.cw-values { margin: 0; }
.cw-values dt { font-weight: 600; }
.cw-values dd { margin: 0; margin-block-end: .75rem; min-height: 1.25em; }
.cw-values img { max-width: 100%; height: auto; }
.cw-field { margin-block: 0 1.5rem; }
.cw-field > h3 { font-weight: 700; }
.cw-title { font-weight: 600; margin-block-end: .25rem; }
.cw-help { font-size: .9375rem; margin-block-end: .25rem; }
.cw-help p { margin-block-end: .25rem; }
.cw-help img { max-width: 100%; height: auto; }
.cw-field > .d-inline-flex { display: block !important; }
.cw-field input[type=text], .cw-field textarea { box-sizing: border-box; width: 100%; max-width: 100%; }
#page-mod-data-edit .cw-field .basefieldinput { width: calc(100% - 2.5rem); max-width: 32rem; }
.cw-field select { max-width: calc(100% - 2.5rem); margin-inline-end: .25rem; }
.cw-field fieldset label { display: inline; }
.cw-field fieldset input { margin: 0 !important; margin-inline-end: .25rem !important; }
.cw-field .tox-tinymce { min-height: 18rem; }
.cw-field .mod-data-input > div:has(> select[id$=_content1]) { display: none; }
.cw-entry > p { margin-block-start: .75rem; }
.datapreferences .d-flex { flex-wrap: wrap; gap: .5rem; }
.datapreferences .d-flex > div { min-width: 0; }
.datapreferences select { max-width: 100%; }
@media (min-width: 48rem) {
  .cw-values { display: grid; grid-template-columns: minmax(10rem, 1fr) 2fr; gap: .5rem 1rem; }
  .cw-values dd { margin: 0; }
}
"""


class Templates:
    """Writes the templates of one collection."""

    def __init__(self, collection: Collection, fields: Sequence[Field], texts: Fragments) -> None:
        self.collection = collection
        self.fields = fields
        self.texts = texts
        self.gettext: Callable[[str], str] = texts.writer.t
        language = texts.course.language
        turned = ' dir="rtl"' if numbers(language).direction == "rtl" else ""
        self.tongue = f'{turned} lang="{escape(language)}"'

    def columns(self) -> dict[str, str]:
        """Those of ``data`` that hold templates. The search form is left to Moodle, which makes it when it is first
        asked for."""
        return {
            "singletemplate": self.entry(self.fields),
            "listtemplate": self.entry(self._listed(), more=True),
            "listtemplateheader": f'<div class="cw-list"{self.tongue}>',
            "listtemplatefooter": "</div>",
            "addtemplate": self.add(),
            "csstemplate": CSS,
            "jstemplate": "",
        }

    def entry(self, fields: Sequence[Field], *, more: bool = False) -> str:
        """An entry: who made it and when, then names and values."""
        values = "\n".join(f"<dt>{self._title(field)}</dt>\n<dd>[[{field.name}]]</dd>" for field in fields)
        words = escape(self.gettext("Show all"), quote=False)
        link = f'\n<p class="mb-0"><a href="##moreurl##">{words}</a></p>' if more else ""
        return f'<div class="cw-entry"{self.tongue}>\n{HEAD}\n<dl class="cw-values">\n{values}\n</dl>{link}\n</div>'

    def add(self) -> str:
        """The form: each control below its name, its help and what it is to hold."""
        parts: list[str] = []
        for item in self.collection.items:
            own = [field for field in self.fields if field.item is item]
            parts += [self._control(field) for field in own] or [self._note(item)]
        body = "\n".join(parts)
        return f'<div class="cw-form"{self.tongue}>\n{body}\n</div>'

    def _control(self, field: Field) -> str:
        told = self._html(field.item.help) if field.place <= 1 else ""
        told += f"<p>{escape(field.hint, quote=False)}</p>" if field.hint else ""
        shown = f'\n<div class="cw-help">{told}</div>' if told else ""
        return (
            f'<div class="cw-field">\n<div class="cw-title">{self._title(field)}</div>{shown}\n[[{field.name}]]\n</div>'
        )

    def _note(self, item: Item) -> str:
        title = self._files(self.texts.inline(item.title))
        return f'<div class="cw-field">\n<h3 class="h5">{title}</h3>\n{self._html(item.help)}\n</div>'

    def _title(self, field: Field) -> str:
        title = self._files(self.texts.inline(field.item.title))
        place = f" ({place_of(field.place, field.item, self.gettext)})" if field.place else ""
        return _quiet(title + escape(place, quote=False))

    def _listed(self) -> Sequence[Field]:
        """Values of a line each, first those that every entry has; or the first of all."""
        short = [field for field in self.fields if field.type != "textarea"]
        chosen = sorted(short, key=lambda field: not field.item.required)[:LISTED]
        return [field for field in short if field in chosen] or self.fields[:1]

    def _html(self, blocks: Blocks) -> str:
        self.texts.writer.footnotes = self.collection.page.footnotes
        return _quiet(self._files(dressed(self.texts.html(blocks))))

    def _files(self, html: str) -> str:
        """Pictures within the text itself: templates have no place for files."""
        for entry in self.texts.take_files():
            data = f"data:{type_of(entry.path)};base64,{b64encode(entry.data).decode('ascii')}"
            html = html.replace(f'"{address(entry.path)}"', f'"{data}"')
        return html


def _quiet(html: str) -> str:
    """``html`` without what templates would take for a field or a control."""
    return re.sub(r"\[(?=\[)|#(?=#)", lambda found: f"&#{ord(found[0])};", html)
