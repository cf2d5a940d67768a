"""The tables that the twin reads and writes, as SQLAlchemy's mapper sees them."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Meta(Base):
    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class User(Base):
    __tablename__ = "users"
    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    must_change_password: Mapped[bool]
    created_at: Mapped[int]
    disabled_at: Mapped[int | None]


class ApiToken(Base):
    __tablename__ = "api_tokens"
    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str]
    name: Mapped[str]
    scope: Mapped[str]
    token_digest: Mapped[str]
    created_at: Mapped[int]
    expires_at: Mapped[int | None]
    revoked_at: Mapped[int | None]


class Audit(Base):
    __tablename__ = "audit"
    sequence: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[int]
    actor: Mapped[str]
    role: Mapped[str]
    address: Mapped[str | None]
    request_id: Mapped[str | None]
    action: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[str]
    details: Mapped[str]


class Subscription(Base):
    __tablename__ = "subscriptions"
    id: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str]
    service: Mapped[str]
    variant: Mapped[str]
    status: Mapped[str]
    created_at: Mapped[int]
    ended_at: Mapped[int | None]
    grace_ends_at: Mapped[int | None]


class Instance(Base):
    __tablename__ = "instances"
    id: Mapped[str] = mapped_column(primary_key=True)
    subscription_id: Mapped[str]
    name: Mapped[str]
    wish: Mapped[str]
    spec: Mapped[str]
    host_port: Mapped[int]
    generation: Mapped[int]
    restarts_done: Mapped[int]


class InstanceStatus(Base):
    __tablename__ = "instance_status"
    instance_id: Mapped[str] = mapped_column(primary_key=True)
    phase: Mapped[str]
    message: Mapped[str | None]
    since: Mapped[int]


class Volume(Base):
    __tablename__ = "volumes"
    id: Mapped[str] = mapped_column(primary_key=True)
    instance_id: Mapped[str]
    name: Mapped[str]
    template: Mapped[str]
    generation: Mapped[int]
    size: Mapped[int]
    claim: Mapped[str]
    state: Mapped[str]
    claim_status: Mapped[str]
    created_at: Mapped[int]
    retired_at: Mapped[int | None]
    destroyed_at: Mapped[int | None]


class VolumeUsage(Base):
    __tablename__ = "volume_usage"
    volume_id: Mapped[str] = mapped_column(primary_key=True)
    instance_id: Mapped[str]
    used: Mapped[int]
    enforced: Mapped[bool]


class Ticket(Base):
    __tablename__ = "tickets"
    id: Mapped[str] = mapped_column(primary_key=True)
    volume_id: Mapped[str]
    instance_id: Mapped[str]
    state: Mapped[str]
    not_before: Mapped[int]


class Operation(Base):
    __tablename__ = "operations"
    id: Mapped[str] = mapped_column(primary_key=True)
    instance_id: Mapped[str]
    ended_at: Mapped[int | None]


class EngineHealth(Base):
    __tablename__ = "engine_health"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    since: Mapped[int]
    detail: Mapped[str]
    abilities: Mapped[str]
