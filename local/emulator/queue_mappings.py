"""Brings the mappings of queues to functions nearer to Lambda where the emulator differs.

- It gives a function ten messages at most, whatever batch size its mapping has
  (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html).
- It has no batching window. Here a batch that isn't full waits while another batch of the mapping runs: under load
  batches are as full as in the account, and at rest a message arrives at once.
- It copies the whole queue to take messages out, which loses those that arrive at that moment and takes as long as the
  queue is; here they are taken out in place.

COMPACT_RETRY_AFTER_SECONDS lets what a function failed to process come back sooner than after the visibility timeout of
its queue; what it still works on keeps that timeout.
"""

import json
import os
import time

from ministack.core.responses import new_uuid
from ministack.services import lambda_svc, sqs

_RETRY_AFTER_SECONDS = float(os.environ.get("COMPACT_RETRY_AFTER_SECONDS", "inf"))

_receive_fifo = sqs._receive_messages_for_esm
_run_batch = lambda_svc._run_sqs_batch


def receive(queue_url, batch_size):
    with sqs._queues_lock:
        queue = sqs._get_q(queue_url)
        if not queue["is_fifo"]:
            return _receive(queue, int(batch_size))
    return _receive_fifo(queue_url, batch_size)


def delete(queue_url, receipt_handles):
    if not receipt_handles:
        return
    remaining = set(receipt_handles)
    with sqs._queues_lock:
        messages = sqs._get_q(queue_url)["messages"]
        kept = []
        for index, message in enumerate(messages):
            handle = message.get("receipt_handle")
            if handle not in remaining:
                kept.append(message)
                continue
            remaining.discard(handle)
            if not remaining:
                break
        messages[: index + 1] = kept


def run_batch(mapping, function, event, batch, queue_url, queue_name):
    _run_batch(mapping, function, event, batch, queue_url, queue_name)
    latest = time.time() + _RETRY_AFTER_SECONDS
    receipts = {record["receiptHandle"] for record in event["Records"]}
    for message in batch:
        # One that somebody else has received meanwhile is theirs.
        if message["receipt_handle"] in receipts:
            message["visible_at"] = min(message["visible_at"], latest)


def install() -> None:
    lambda_svc._run_sqs_batch = run_batch
    sqs._receive_messages_for_esm = receive
    sqs._delete_messages_for_esm = delete


def _receive(queue, batch_size):
    now = time.time()
    attributes = queue["attributes"]
    _drop_expired(queue, now)
    max_receives, dead_letters = _redrive(attributes)
    batch, dead = [], set()
    for message in queue["messages"]:
        if message["visible_at"] > now:
            continue
        if dead_letters is not None and message["receive_count"] >= max_receives:
            dead.add(message["id"])
            continue
        # Those of other services come without what only receiving needs.
        sqs._ensure_msg_fields(message)
        batch.append(message)
        if len(batch) == batch_size:
            break
    if dead:
        _move(queue, dead_letters, dead, now)
    if len(batch) < batch_size and _has_batch_in_flight(attributes["QueueArn"]):
        return []
    for message in batch:
        message["receipt_handle"] = new_uuid()
        message["visible_at"] = now + int(attributes.get("VisibilityTimeout", "30"))
        message["receive_count"] += 1
        message["first_receive_at"] = message["first_receive_at"] or now
    return batch


def _drop_expired(queue, now):
    """The oldest message stands first."""
    messages = queue["messages"]
    oldest = now - int(queue["attributes"].get("MessageRetentionPeriod", "345600"))
    while messages and messages[0].get("enqueued_at", messages[0]["sent_at"]) <= oldest:
        del messages[0]


def _redrive(attributes):
    policy = json.loads(attributes.get("RedrivePolicy") or "{}")
    return int(policy.get("maxReceiveCount", 0)), sqs._queue_by_arn(policy.get("deadLetterTargetArn", ""))


def _move(queue, dead_letters, identifiers, now):
    messages = queue["messages"]
    source = {"DeadLetterQueueSourceArn": queue["attributes"]["QueueArn"]}
    for index in reversed([index for index, message in enumerate(messages) if message["id"] in identifiers]):
        moved = messages.pop(index)
        dead_letters["messages"].append(
            {**moved, "receipt_handle": None, "visible_at": now, "sys": {**source, **moved.get("sys", {})}}
        )
    lambda_svc._esm_wake.set()


def _has_batch_in_flight(queue_arn):
    return any(
        mapping["EventSourceArn"] == queue_arn and lambda_svc._esm_inflight.get(mapping["UUID"])
        for _, _, mapping in lambda_svc._iter_all_esms()
    )
