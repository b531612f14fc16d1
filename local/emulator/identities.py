"""Brings roles, boundaries and the conditions on them nearer to IAM where the emulator differs.

- Its CloudFormation loses the permissions boundary of a role, and knows no service-linked roles.
- It gives IAM's own condition keys no values: `iam:PermissionsBoundary` (the boundary that a request sets, or else the
  one that the role or user has) and `iam:PassedToService`
  (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html).
- It lets whoever may use CloudFormation hand it any role; IAM asks for `iam:PassRole`
  (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html).
"""

from contextvars import ContextVar

from ministack.core import iam_actions, iam_evaluator
from ministack.services import iam
from ministack.services.cloudformation import provisioners

_PASS_ROLE = "iam:PassRole"

_passed_role = ContextVar("passed_role", default="")
_denied_pass = ContextVar("denied_pass", default=False)
_request_context = iam_actions.request_tag_context
_create_role = provisioners._iam_role_create
_update_role = provisioners._iam_role_update


def request_context(service, iam_action, body, params):
    context = _request_context(service, iam_action, body, params)
    _passed_role.set(_text(params, "RoleARN") if service == "cloudformation" else "")
    if service != "iam":
        return context
    boundary = _text(params, "PermissionsBoundary") or _boundary_of_target(params)
    return {**context, "iam:PermissionsBoundary": boundary} if boundary else context


def enforcing_pass_role(enforce):
    def enforced(access_key_id, iam_action, service, region, resource_arn="*", service_context=None):
        denied = enforce(
            access_key_id, iam_action, service, region, resource_arn=resource_arn, service_context=service_context
        )
        role = _passed_role.get()
        if denied or service != "cloudformation" or not role:
            return denied
        context = {"iam:PassedToService": "cloudformation.amazonaws.com"}
        denied = enforce(access_key_id, _PASS_ROLE, "iam", region, resource_arn=role, service_context=context)
        _denied_pass.set(bool(denied))
        return denied

    return enforced


def naming_pass_role(access_denied_response):
    def response(service, action, principal_arn, request_id, **details):
        named = _PASS_ROLE if _denied_pass.get() else action
        _denied_pass.set(False)
        return access_denied_response(service, named, principal_arn, request_id, **details)

    return response


def create_role(logical_id, props, stack_name):
    created = _create_role(logical_id, props, stack_name)
    _set_boundary(created[0], props)
    return created


def update_role(physical_id, old_props, new_props, stack_name, logical_id=None):
    updated = _update_role(physical_id, old_props, new_props, stack_name, logical_id=logical_id)
    _set_boundary(updated[0], new_props)
    return updated


def create_service_linked_role(logical_id, props, stack_name):
    service = props["AWSServiceName"]
    status, _, body = iam._create_service_linked_role({"AWSServiceName": [service]})
    if status >= 400:
        raise ValueError(f"AWS::IAM::ServiceLinkedRole create failed: {body!r}")
    name = next(role["RoleName"] for role in iam._roles.values() if role["Path"] == f"/aws-service-role/{service}/")
    return name, {"RoleName": name}


def delete_service_linked_role(physical_id, props):
    iam._delete_service_linked_role({"RoleName": [physical_id]})


def install() -> None:
    """Adds to what is installed before: the last one decides."""
    iam_actions.request_tag_context = request_context
    iam_actions.access_denied_response = naming_pass_role(iam_actions.access_denied_response)
    iam_evaluator.enforce = enforcing_pass_role(iam_evaluator.enforce)
    handlers = provisioners._RESOURCE_HANDLERS
    handlers["AWS::IAM::Role"] = {**handlers["AWS::IAM::Role"], "create": create_role, "update": update_role}
    handlers["AWS::IAM::ServiceLinkedRole"] = {
        "create": create_service_linked_role,
        "delete": delete_service_linked_role,
    }


def _boundary_of_target(params):
    target = iam._roles.get(_text(params, "RoleName")) or iam._users.get(_text(params, "UserName")) or {}
    return target.get("PermissionsBoundary")


def _set_boundary(name, props):
    iam._roles[name]["PermissionsBoundary"] = props.get("PermissionsBoundary")


def _text(params, name):
    value = params.get(name, "")
    return (value[0] if value else "") if isinstance(value, list) else value
