"""The JSON bodies that cross the network."""

from datetime import datetime, timezone
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


def moment(milliseconds: int | None) -> str | None:
    if milliseconds is None:
        return None
    at = datetime.fromtimestamp(milliseconds / 1000, timezone.utc)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class TokenBody(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str = Field(min_length=1, max_length=100)
    scope: Literal["read", "operate"]


class TokenReply(BaseModel):
    id: str
    name: str
    scope: str
    createdAt: str
    secret: str


class UserReply(BaseModel):
    id: str
    email: str
    name: str
    role: str
    mustChangePassword: bool
    createdAt: str
    disabledAt: str | None = None


class VolumeReply(BaseModel):
    id: str
    name: str
    generation: int
    state: str
    volumeClaimName: str
    volumeStatus: str
    volumeSize: str
    sizeEnforced: bool
    used: int | None = None
    volumeMountPath: str
    storageClass: str | None = None
    accessMode: str
    createdAt: str
    retiredAt: str | None = None
    keptUntil: str | None = None
    destroyedAt: str | None = None


class AbilitiesReply(BaseModel):
    sizes: str
    growth: str
    changesLimitsLive: bool


class EngineReply(BaseModel):
    state: str
    since: str
    detail: str
    abilities: AbilitiesReply


class InstanceReply(BaseModel):
    id: str
    name: str
    image: str
    wish: str
    status: str
    message: str | None = None
    since: str
    url: str
    port: int
    restarts: int
    generation: int
    volumeClaimName: str | None = None
    volumeStatus: str | None = None
    volumeSize: str | None = None
    volumeMountPath: str | None = None
    storageClass: str | None = None
    accessMode: str | None = None
    volumes: list[VolumeReply]
    engine: EngineReply


class SubscriptionReply(BaseModel):
    id: str
    customerId: str
    status: str
    service: str
    variant: str
    createdAt: str
    endedAt: str | None = None
    graceEndsAt: str | None = None
    instance: InstanceReply
