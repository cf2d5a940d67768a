"""What is shown of a subscription, read in one session."""

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

import replies
import tables


def subscription_reply(
    row: tables.Subscription, rows: Session
) -> replies.SubscriptionReply:
    instance = rows.scalars(
        select(tables.Instance).where(tables.Instance.subscription_id == row.id)).one()
    return replies.SubscriptionReply(
        id=row.id, customerId=row.customer_id, status=row.status.upper(), service=row.service,
        variant=row.variant, createdAt=replies.moment(row.created_at),
        endedAt=replies.moment(row.ended_at), graceEndsAt=replies.moment(row.grace_ends_at),
        instance=instance_reply(instance, rows))


def instance_reply(row: tables.Instance, rows: Session) -> replies.InstanceReply:
    spec = json.loads(row.spec)
    status = rows.get_one(tables.InstanceStatus, row.id)
    volumes = volume_replies(row, rows)
    rows.scalars(
        select(tables.Operation)
        .where(tables.Operation.instance_id == row.id, tables.Operation.ended_at.is_(None))
    ).one_or_none()
    health = rows.get_one(tables.EngineHealth, 1)
    reply = replies.InstanceReply(
        id=row.id, name=row.name, image=spec["image"], wish=row.wish.upper(),
        status=status.phase.upper(), message=status.message, since=replies.moment(status.since),
        url=f"http://127.0.0.1:{row.host_port}", port=row.host_port,
        restarts=row.restarts_done, generation=row.generation, volumes=volumes,
        engine=engine_reply(health))
    if volumes:
        for name in (
            "volumeClaimName", "volumeStatus", "volumeSize", "volumeMountPath", "storageClass",
            "accessMode",
        ):
            setattr(reply, name, getattr(volumes[0], name))
    return reply


def engine_reply(health: tables.EngineHealth) -> replies.EngineReply:
    abilities = json.loads(health.abilities)
    return replies.EngineReply(
        state=health.state, since=replies.moment(health.since), detail=health.detail,
        abilities=replies.AbilitiesReply(
            sizes=next(iter(abilities["sizes"])), growth=abilities["growth"],
            changesLimitsLive=abilities["changesLimitsLive"]))


def volume_replies(row: tables.Instance, rows: Session) -> list[replies.VolumeReply]:
    tickets = rows.scalars(
        select(tables.Ticket).where(tables.Ticket.instance_id == row.id)
        .order_by(tables.Ticket.id))
    kept = {ticket.volume_id: ticket.not_before for ticket in tickets if ticket.state == "issued"}
    usage = rows.scalars(
        select(tables.VolumeUsage).where(tables.VolumeUsage.instance_id == row.id)
        .order_by(tables.VolumeUsage.volume_id))
    measured = {one.volume_id: one for one in usage}
    volumes = rows.scalars(
        select(tables.Volume).where(tables.Volume.instance_id == row.id)
        .order_by(tables.Volume.generation, tables.Volume.name))
    return [
        volume_reply(volume, kept.get(volume.id), measured.get(volume.id)) for volume in volumes]


def volume_reply(
    volume: tables.Volume, until: int | None, usage: tables.VolumeUsage | None
) -> replies.VolumeReply:
    template = json.loads(volume.template)
    return replies.VolumeReply(
        id=volume.id, name=volume.name, generation=volume.generation, state=volume.state,
        volumeClaimName=volume.claim, volumeStatus=volume.claim_status,
        volumeSize=f"{volume.size >> 20}Mi", sizeEnforced=usage is not None and usage.enforced,
        used=None if usage is None else usage.used, volumeMountPath=template["mountPath"],
        storageClass=template.get("storageClass"), accessMode=template["accessMode"],
        createdAt=replies.moment(volume.created_at), retiredAt=replies.moment(volume.retired_at),
        keptUntil=replies.moment(until) if volume.state == "retired" else None,
        destroyedAt=replies.moment(volume.destroyed_at))
