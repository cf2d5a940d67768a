"""The FastAPI twin: three routes of Holdfast's API over a copy of its database, with SQLAlchemy.

It does the same work for each request: the token's signature and end are checked, the user's row
is read, and then the route's rows; a POST commits two rows with synchronous=FULL.

TWIN_DATABASE names the database.
"""

import base64
import hashlib
import json
import os
import secrets
import time
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session, sessionmaker

import replies
import tables
from views import subscription_reply

engine = create_engine(f"sqlite:///{os.environ['TWIN_DATABASE']}")
sessions = sessionmaker(engine, expire_on_commit=False)


@event.listens_for(engine, "connect")
def prepare(connection, _):
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 5000")


with sessions() as first:
    KEY = base64.b64decode(first.get_one(tables.Meta, "token-key").value)

app = FastAPI(openapi_url=None)


def session():
    with sessions() as opened:
        yield opened


Rows = Annotated[Session, Depends(session)]


def caller(request: Request, rows: Rows) -> tables.User:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise HTTPException(401)
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError:
        raise HTTPException(401)
    user = rows.get(tables.User, claims["sub"])
    if user is None or user.disabled_at is not None:
        raise HTTPException(401)
    return user


Caller = Annotated[tables.User, Depends(caller)]


def guard(response: Response) -> None:
    response.headers["cache-control"] = "no-store"
    response.headers["x-content-type-options"] = "nosniff"


def word(count: int) -> str:
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    return "".join(alphabet[byte & 31] for byte in secrets.token_bytes(count))


@app.get("/api/v1/me", response_model_exclude_none=True)
def show_me(user: Caller, response: Response) -> replies.UserReply:
    guard(response)
    return replies.UserReply(
        id=user.id, email=user.email, name=user.name, role=user.role,
        mustChangePassword=user.must_change_password, createdAt=replies.moment(user.created_at),
        disabledAt=replies.moment(user.disabled_at))


@app.get("/api/v1/subscriptions/{subscription}", response_model_exclude_none=True)
def show_subscription(
    subscription: str, user: Caller, rows: Rows, response: Response
) -> replies.SubscriptionReply:
    guard(response)
    row = rows.get(tables.Subscription, subscription)
    if row is None or (user.role != "admin" and user.id != row.customer_id):
        raise HTTPException(404)
    return subscription_reply(row, rows)


@app.post("/api/v1/me/tokens", status_code=201)
def make_token(
    body: replies.TokenBody, user: Caller, rows: Rows, request: Request, response: Response
) -> replies.TokenReply:
    guard(response)
    now, secret = int(time.time() * 1000), "hft_" + word(52)
    token = tables.ApiToken(
        id=word(26), user_id=user.id, name=body.name, scope=body.scope,
        token_digest=hashlib.sha256(secret.encode()).hexdigest(), created_at=now)
    rows.add(token)
    rows.add(tables.Audit(
        at=now, actor=user.id, role=user.role, address=request.client.host, request_id=word(16),
        action="token.create", subject="token", subject_id=token.id,
        details=json.dumps({"name": body.name, "scope": body.scope})))
    rows.commit()
    response.headers["location"] = f"/api/v1/me/tokens/{token.id}"
    return replies.TokenReply(
        id=token.id, name=token.name, scope=token.scope, createdAt=replies.moment(now),
        secret=secret)
