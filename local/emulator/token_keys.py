"""Lets authorizers of REST APIs find the keys of user pools when the emulator serves TLS.

The emulator fetches these keys from itself, over plain HTTP, which nobody answers here; they are in the same process.
"""

import json

from ministack.services import apigateway_v1, cognito

_fetch_jwks = apigateway_v1._fetch_jwks
_OWN_KEYS = "/.well-known/jwks.json"


async def fetch_jwks(url: str) -> dict:
    pool_id = url.removesuffix(_OWN_KEYS).rsplit("/", 1)[-1]
    if not url.startswith("http://") or not url.endswith(_OWN_KEYS) or pool_id not in cognito._user_pools:
        return await _fetch_jwks(url)
    _, _, body = cognito.well_known_jwks(pool_id)
    return json.loads(body)


def install() -> None:
    apigateway_v1._fetch_jwks = fetch_jwks
