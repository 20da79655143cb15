// What the core opens by name.

cw.panels = { contents: openContents, look: openLook };
