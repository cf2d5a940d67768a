import Wire

/// Subscriptions and their instances, as people read them.
enum SubscriptionText {
    static func list(_ subscriptions: [SubscriptionReply], _ paint: Paint) -> String {
        guard !subscriptions.isEmpty else {
            return "No subscriptions yet. What there is: holdfast services"
        }
        return Table(
            ["NAME", "SERVICE", "VARIANT", "STATUS", "SIZE", "ADDRESS"],
            subscriptions.map { one in
                [
                    one.instance.name, one.service, one.variant, status(one),
                    one.instance.volumeSize ?? "", one.instance.url ?? "",
                ]
            }
        ).text(paint)
    }

    private static func status(_ one: SubscriptionReply) -> String {
        let busy = one.operation.map { " (\($0.kind))" } ?? ""
        let news = one.updateAvailable == nil ? "" : ", update available"
        return (one.status == "ACTIVE" ? one.instance.status : one.status) + busy + news
    }

    static func details(_ one: SubscriptionReply, _ paint: Paint) -> String {
        let instance = one.instance
        let since = instance.since.map { " since \(Moment.text($0))" } ?? ""
        let card = Card([
            ("Name", instance.name), ("Service", "\(one.service) \(one.variant)"),
            ("Status", instance.status + since), ("Reason", instance.message),
            ("Under way", one.operation.map(OperationText.sentence)), ("Address", instance.url),
            (
                "Subscription",
                "\(one.id), \(one.status) since \(Moment.text(one.endedAt ?? one.createdAt))"
            ),
            ("Paid until", one.paidUntil.map { Moment.text($0) }),
            ("Kept until", one.graceEndsAt.map { Moment.text($0) }),
            ("Image", instance.image), ("Update", UpdateText.offer(one)),
            ("Before", one.previousImage.map { "\($0): holdfast rollback \(instance.name)" }),
            ("Restarts", "\(instance.restarts)"), ("Engine", engine(instance.engine)),
        ]).text(paint)
        let parts = [card, volumes(instance.volumes, paint), undo(one, paint)].compactMap(\.self)
        return parts.joined(separator: "\n\n")
    }

    /// Only worth a line when it does not answer: what is shown is then not fresh.
    private static func engine(_ engine: EngineReply?) -> String? {
        guard let engine, engine.state == "unreachable" else { return nil }
        let since = engine.since.map { " since \(Moment.text($0))" } ?? ""
        return "unreachable\(since)\(engine.detail.map { ": \($0)" } ?? "")"
    }

    private static func volumes(_ volumes: [VolumeReply], _ paint: Paint) -> String? {
        guard !volumes.isEmpty else { return nil }
        return Table(
            ["VOLUME", "GENERATION", "STATE", "SIZE", "USED", "MOUNTED AT", "CLAIM", "KEPT UNTIL"],
            volumes.map { volume in
                [
                    volume.name, "\(volume.generation)", "\(volume.state), \(volume.volumeStatus)",
                    volume.volumeSize + (volume.sizeEnforced == false ? " (advisory)" : ""),
                    used(volume), volume.volumeMountPath, volume.volumeClaimName,
                    Moment.text(volume.keptUntil),
                ]
            }
        ).text(paint)
    }

    /// In mebibytes, as far as it has been measured.
    private static func used(_ volume: VolumeReply) -> String {
        volume.used.map { "\(($0 + (1 << 20) - 1) >> 20)Mi" } ?? ""
    }

    static func undo(_ one: SubscriptionReply, _ paint: Paint) -> String? {
        one.undo.map { undo in
            "The data of generation \(undo.generation) is kept until "
                + "\(paint.yellow(Moment.text(undo.until))). To have it back: "
                + "holdfast undo-reset \(one.instance.name)"
        }
    }
}
