"""What schemathesis cannot know about requests of Holdfast; scripts/test-api uses it."""

import itertools

import schemathesis

_number = itertools.count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    """A key that came with another request is refused, as it must be: so each is used once."""
    if "Idempotency-Key" in (case.headers or {}) and case.meta.generation.mode.is_positive:
        case.headers["Idempotency-Key"] = f"request-{next(_number)}"
