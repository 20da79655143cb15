"""What a cartridge is made of: resources, and items that show them in an order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resource:
    """A file (the first of ``files``) with a type, and the resources it needs."""

    identifier: str
    type: str
    file: str
    needs: tuple[str, ...] = ()
    """Identifiers of resources, each once."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the outline: a folder where ``resource`` is ''."""

    identifier: str
    title: str
    resource: str = ""
    items: tuple[Item, ...] = ()
