"""Pages of our own beside the emulator's: what was published on event buses, and which calls handlers made.

- `/_compact/events?after=N` gives the events after the Nth of the run, a thousand at most, oldest first; without `after`
  the last thousand. Taking them out through a rule and a queue would cost as much as handling them does.
- `/_compact/calls` counts the calls of everybody but the root user, by service and operation: what a handler asks for
  over HTTP, however many items it carries.
"""

import json
import re
from collections import Counter
from urllib.parse import parse_qs

from ministack.services import eventbridge

_ROOT_KEY = b"Credential=test/"
_CREDENTIAL = re.compile(rb"Credential=[^/]+/\d+/[^/]+/([^/]+)/")
_LIMIT = 1000

_calls: Counter[str] = Counter()


def inspected(app):
    async def answer(scope, receive, send):
        if scope["type"] != "http":
            return await app(scope, receive, send)
        page = _PAGES.get(scope["path"])
        if page is None:
            _count(scope)
            return await app(scope, receive, send)
        body = json.dumps(page(parse_qs(scope["query_string"].decode()))).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answer


def _count(scope):
    headers = dict(scope["headers"])
    authorization = headers.get(b"authorization", b"")
    signed = _CREDENTIAL.search(authorization)
    if signed is None or _ROOT_KEY in authorization:
        return
    target = headers.get(b"x-amz-target", b"").rsplit(b".", 1)[-1]
    _calls[f"{signed[1].decode()} {target.decode() or scope['method']}"] += 1


def _events(query):
    log = eventbridge._events_log_list()
    begin = int(query.get("after", [len(log) - _LIMIT])[0])
    return {"total": len(log), "events": log[max(0, begin) : max(0, begin) + _LIMIT]}


def _call_counts(_):
    return dict(_calls)


_PAGES = {"/_compact/events": _events, "/_compact/calls": _call_counts}
