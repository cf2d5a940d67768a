"""What schemathesis cannot know about requests of Holdfast; scripts/test-api uses it."""

import itertools
import os

import schemathesis

_keys = itertools.count(1)
_turns = itertools.cycle([True, False])


@schemathesis.hook
def before_call(context, case, kwargs):
    """Changes requests that are meant to be accepted, and for no matter of form would not be."""
    if not case.meta.generation.mode.is_positive:
        return
    # A key that came with another request is refused, as it must be: so each is used once.
    if "Idempotency-Key" in (case.headers or {}):
        case.headers["Idempotency-Key"] = f"request-{next(_keys)}"
    # Mostly nothing has the ids that are made up; every second request finds the service.
    if case.path.startswith("/api/v1/subscriptions/{id}") and next(_turns):
        case.path_parameters["id"] = os.environ["TEST_API_INSTANCE"]
    # A reset is confirmed by the very name of the instance.
    if isinstance(case.body, dict) and case.body.get("confirm"):
        case.body["confirm"] = os.environ["TEST_API_INSTANCE"]
