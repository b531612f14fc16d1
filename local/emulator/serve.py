"""Serves the emulator on loopback with TLS, until the process that started it ends.

The emulator's own command also listens on port 443 when it may; this one opens the given port only. It keeps no state
that would need an orderly end, so the end is immediate: on SIGTERM, and when standard input closes, which is what
happens to it when its parent dies in whatever way.
"""

import asyncio
import os
import signal
import sys
import threading

import identities
import inspection
import permissions
import queue_mappings
import scope_denials
import stream_mappings
import token_keys
from hypercorn.asyncio import serve
from hypercorn.config import Config
from ministack.app import app


def end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def raise_file_limit() -> None:
    """Some systems allow 256 open files, which a burst of connections exceeds."""
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4096 if hard == resource.RLIM_INFINITY else min(4096, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


async def main() -> None:
    config = Config()
    config.bind = [f"{os.environ['BIND_HOST']}:{os.environ['GATEWAY_PORT']}"]
    config.certfile = os.environ["MINISTACK_SSL_CERT"]
    config.keyfile = os.environ["MINISTACK_SSL_KEY"]
    config.keep_alive_timeout = 75
    config.loglevel = os.environ.get("LOG_LEVEL", "INFO")
    never = asyncio.Event()
    await serve(inspection.inspected(app), config, shutdown_trigger=never.wait)


raise_file_limit()
permissions.install()
identities.install()
queue_mappings.install()
scope_denials.install()
stream_mappings.install()
token_keys.install()
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
# Ctrl-C reaches the whole process group; the parent decides when the emulator ends.
signal.signal(signal.SIGINT, signal.SIG_IGN)
threading.Thread(target=end_with_parent, daemon=True).start()
asyncio.run(main())
