"""Delivers the streams of tables to functions as Lambda does where the emulator differs.

The emulator ignores which records of a batch failed, counts no attempts, knows no halving and gives nothing to the
destination for failures but what became too old; and a function that takes long keeps all other mappings waiting
(https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html). Positions are the emulator's.
"""

import time

from ministack.services import dynamodb, lambda_svc

_RETRY_SECONDS = 1.0


class Attempts:
    """What is known of the batch at the position of a mapping."""

    def __init__(self):
        self.failed = 0
        # Records that the next attempt takes; none for a new batch.
        self.size = None


_attempts: dict[str, Attempts] = {}


def poll():
    found = False
    for account, region, mapping in lambda_svc._iter_all_esms():
        account_token = lambda_svc._request_account_id.set(account)
        region_token = lambda_svc._request_region.set(region)
        try:
            found = _start(mapping) or found
        finally:
            lambda_svc._request_account_id.reset(account_token)
            lambda_svc._request_region.reset(region_token)
    return found


def install() -> None:
    lambda_svc._poll_dynamodb_streams = poll


def _start(mapping):
    """Begins with the next batch of a mapping; one at a time, because a stream is in order."""
    identifier, stream = mapping["UUID"], mapping["EventSourceArn"]
    if ":dynamodb:" not in stream or not mapping.get("Enabled", True) or lambda_svc._esm_inflight.get(identifier):
        return False
    if lambda_svc._esm_backoff_until.get(identifier, 0) > time.time():
        return False
    function, _ = lambda_svc._get_func_record_for_qualifier(mapping["FunctionName"], mapping.get("Qualifier"))
    table = stream.split("/")[1]
    if function is None or dynamodb._tables.get(table, {}).get("LatestStreamArn") != stream:
        return False
    begin = lambda_svc._dynamodb_stream_positions.get(identifier)
    if begin is None:
        return False
    attempts = _attempts.setdefault(identifier, Attempts())
    position = max(begin, dynamodb.stream_start_position(table))
    records = dynamodb.stream_records_since(table, position, attempts.size or mapping.get("BatchSize", 100))
    if not records:
        return False
    lambda_svc._dispatch_esm_batch(identifier, _deliver, mapping, function, records, position)
    return True


def _deliver(mapping, function, records, position):
    wanted = lambda_svc._apply_filter_criteria(records, mapping)
    result = lambda_svc._execute_function(function, {"Records": wanted}) if wanted else {}
    attempts = _attempts[mapping["UUID"]]
    failed = _first_failed(mapping, result, wanted)
    if failed is None:
        attempts.failed, attempts.size = 0, None
        _move_to(mapping, position + len(records))
        return
    start = next(index for index, record in enumerate(records) if record is wanted[failed])
    remaining = records[start:]
    attempts.failed = attempts.failed + 1 if start == 0 else 1
    attempts.size = len(remaining)
    _move_to(mapping, position + start)
    if result.get("error") and mapping.get("BisectBatchOnFunctionError") and len(remaining) > 1:
        attempts.failed, attempts.size = 0, len(remaining) // 2
    reason = _reason_to_give_up(mapping, attempts, remaining)
    if reason is None:
        lambda_svc._esm_backoff_until[mapping["UUID"]] = time.time() + _RETRY_SECONDS
        return
    stream = mapping["EventSourceArn"]
    lambda_svc._send_ddb_stream_failure_record(mapping, function, wanted[failed:], stream, result, reason)
    attempts.failed, attempts.size = 0, None
    _move_to(mapping, position + len(records))


def _move_to(mapping, position):
    with lambda_svc._dynamodb_stream_positions_lock:
        lambda_svc._dynamodb_stream_positions[mapping["UUID"]] = position


def _first_failed(mapping, result, wanted):
    """Position of the first record to try again; an identifier that is none of the batch's fails all of it."""
    if result.get("error"):
        return 0
    body = result.get("body")
    reports = "ReportBatchItemFailures" in mapping.get("FunctionResponseTypes", [])
    failures = body.get("batchItemFailures") if reports and isinstance(body, dict) else None
    if not failures:
        return None
    identifiers = {failure.get("itemIdentifier") for failure in failures}
    numbers = [record["dynamodb"]["SequenceNumber"] for record in wanted]
    return min((numbers.index(number) for number in identifiers if number in numbers), default=0)


def _reason_to_give_up(mapping, attempts, remaining):
    retries = int(mapping.get("MaximumRetryAttempts", -1))
    if 0 <= retries < attempts.failed:
        return "RetryAttemptsExhausted"
    max_age = int(mapping.get("MaximumRecordAgeInSeconds", -1))
    age = time.time() - remaining[0]["dynamodb"]["ApproximateCreationDateTime"]
    return "MaxRecordAgeExceeded" if 0 < max_age < age else None
