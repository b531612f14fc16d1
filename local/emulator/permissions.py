"""Brings the emulator's permission checks nearer to the service where it differs.

- It asks for actions of their own for batches of queue messages; IAM knows the action of a single message only
  (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html).
- It names the denied resource in AccessDenied errors of few services; the service names it always.
"""

from contextvars import ContextVar

from ministack.core import iam_actions, iam_evaluator

_SINGLE_MESSAGE_ACTIONS = {
    "sqs:SendMessageBatch": "sqs:SendMessage",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:ChangeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
}

_denied_resource = ContextVar("denied_resource", default="*")
_enforce = iam_evaluator.enforce
_extract_iam_action = iam_actions.extract_iam_action
_access_denied_response = iam_actions.access_denied_response


def extract_iam_action(*request):
    action = _extract_iam_action(*request)
    return _SINGLE_MESSAGE_ACTIONS.get(action, action)


def enforce(access_key_id, iam_action, service, region, resource_arn="*", service_context=None):
    denied = _enforce(
        access_key_id, iam_action, service, region, resource_arn=resource_arn, service_context=service_context
    )
    if denied:
        _denied_resource.set(resource_arn)
    return denied


def access_denied_response(service, action, principal_arn, request_id, **details):
    decided_by_identity = not details.get("error_code") and not details.get("resource_policy_arn")
    if decided_by_identity and not details.get("message"):
        details["message"] = iam_actions.identity_denial_message(
            action, principal_arn, _denied_resource.get(), details.get("explicit_deny", False)
        )
    return _access_denied_response(service, action, principal_arn, request_id, **details)


def install() -> None:
    iam_actions.extract_iam_action = extract_iam_action
    iam_evaluator.enforce = enforce
    iam_actions.access_denied_response = access_denied_response
