"""Lets REST APIs answer 403 to a valid token that has none of a method's scopes.

API Gateway documents two answers of a Cognito authorizer: UNAUTHORIZED (401) where the caller can't be authenticated,
and ACCESS_DENIED (403) where the authorizer denies access. The emulator gives the first for both.
"""

from ministack.services import apigateway_v1

_validate = apigateway_v1._validate_cognito_authorizer


async def validate(authorizer, method_obj, headers, query_params, stage):
    anybody = {**method_obj, "authorizationScopes": []}
    claims, error = await _validate(authorizer, anybody, headers, query_params, stage)
    required = set(method_obj.get("authorizationScopes") or [])
    if error or not required or required.intersection(apigateway_v1._token_scopes(claims)):
        return claims, error
    return None, apigateway_v1._gw_error("ACCESS_DENIED", "Access denied")


def install() -> None:
    apigateway_v1._validate_cognito_authorizer = validate
