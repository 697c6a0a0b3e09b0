"""Health and metrics over HTTP: `/healthz`, `/readyz`, `/metrics`."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CollectorRegistry, exposition

from workers.settings import WebSettings

Complaint = Callable[[], str | None]
"""Says what is wrong, or None."""


@asynccontextmanager
async def serve(
    settings: WebSettings, *, alive: Complaint, ready: Complaint, registry: CollectorRegistry
) -> AsyncIterator[int]:
    """Serve for as long as the block lasts; give the port.

    Args:
        settings: where to listen.
        alive: why a supervisor should end the process; asked at every request of `/healthz`.
        ready: why the worker does not work on records now; asked at every request of `/readyz`.
        registry: what `/metrics` shows.

    Raises:
        OSError: the address cannot be used.
    """

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(
            body=exposition.generate_latest(registry), headers={"Content-Type": exposition.CONTENT_TYPE_LATEST}
        )

    app = web.Application()
    app.router.add_get("/healthz", _answer(alive))
    app.router.add_get("/readyz", _answer(ready))
    app.router.add_get("/metrics", metrics)
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port)
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _answer(complaint: Complaint) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(_request: web.Request) -> web.Response:
        reason = complaint()
        return web.Response(status=200 if reason is None else 503, text=f"{reason or 'ok'}\n")

    return handler
