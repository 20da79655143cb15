"""``coursewright serve``."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import click

from builder.cli.options import find_root, lang_option, root_option
from builder.cli.output import show_all, summary
from builder.pipeline import Order, UnknownNameError, courses_of, read_programme
from builder.preview.server import serve
from builder.preview.site import Site
from builder.preview.watch import follow


@click.command("serve")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@lang_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@root_option
def command(courses: tuple[str, ...], languages: tuple[str, ...], port: int, root: Path | None) -> int:
    """Show the courses in a browser on this machine; pages follow every change, mistakes stand over the page."""
    home = find_root(root)
    site = Site(Order(root=str(home), courses=tuple(Path(name).name for name in courses), languages=languages))
    try:
        programme, _ = read_programme(site.order)
        if programme is not None:
            courses_of(site.order, programme)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from None
    try:
        server = serve(site, port)
    except OSError:
        raise click.UsageError(f"Port {port} is in use.\nChoose another: coursewright serve --port 0") from None
    stop = Event()

    def told(site: Site, seconds: float) -> None:
        show_all(site.diagnostics, str(home), "text")
        click.echo(f"Built in {seconds:.2f} s: {summary(site.diagnostics)}")

    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"Courses at http://127.0.0.1:{server.server_address[1]}/ (stop with Ctrl+C)")
        try:
            follow(site, told, stop)
        except KeyboardInterrupt:
            stop.set()
        server.shutdown()
    return 0
