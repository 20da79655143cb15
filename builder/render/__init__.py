"""The model as HTML: one page's writer, the figures, the pages and files of a package.

``profile`` says what one use of the HTML allows, ``writer`` writes RichText under it, ``site`` makes all files of a
package.
"""
