import Domain

extension ControlPlane {
    /// Writes down that the owner is to be told, in the transaction of what there is to tell.
    ///
    /// - Parameters:
    ///   - more: What the text is filled with beside what every text knows.
    ///   - actor: Who has done it, where that was not the owner.
    func tell(
        _ kind: Notice.Kind, about subscription: Subscription, _ instance: ServiceInstance,
        saying more: [String: String] = [:], by actor: Actor? = nil, _ rows: any StoreWriter
    ) throws {
        guard let owner = try rows.user(subscription.customerID) else { return }
        var values = facts(of: subscription, instance, owner)
        values["admin"] = try actor?.userID.flatMap { try rows.user($0)?.email } ?? ""
        values["why"] = ""
        values.merge(more) { $1 }
        for channel in settings.noticeChannels {
            _ = try rows.insert(
                Notice(
                    id: makeID(at: rows.now), kind: kind, channel: channel,
                    recipient: channel == .mail ? owner.email : "", userID: owner.id,
                    subscriptionID: subscription.id,
                    ending: kind.warnsOfPurge ? subscription.endedAt : nil,
                    values: values, dueAt: rows.now, createdAt: rows.now))
        }
    }

    private func facts(
        of subscription: Subscription, _ instance: ServiceInstance, _ owner: User
    ) -> [String: String] {
        var values = [
            "name": owner.name, "email": owner.email, "instance": instance.name,
            "service": catalog.service(subscription.service)?.title ?? subscription.service,
            "variant": subscription.variant, "subscription": subscription.id.rawValue,
            "status": subscription.status.rawValue.uppercased(),
            "url": settings.address.url(of: instance.name, port: instance.hostPort),
        ]
        values["endedAt"] = subscription.endedAt?.description
        values["graceEndsAt"] = subscription.graceEndsAt?.description
        return values
    }

    /// Tells the admins that something waits for a person, once for each ending.
    func alert(
        _ what: String, _ why: String, about subscription: Subscription,
        _ instance: ServiceInstance, _ rows: any StoreWriter
    ) throws {
        let recipient = try settings.alertAddress ?? firstAdmin(rows)?.email
        for channel in settings.noticeChannels {
            _ = try rows.insert(
                Notice(
                    id: makeID(at: rows.now), kind: .alert, channel: channel,
                    recipient: channel == .mail ? recipient ?? "" : "",
                    subscriptionID: subscription.id, ending: subscription.endedAt,
                    values: ["what": what, "why": why, "instance": instance.name],
                    dueAt: rows.now, createdAt: rows.now))
        }
        try rows.append(
            InstanceEvent(
                instanceID: instance.id, at: rows.now, severity: .alert, kind: what,
                message: why))
    }

    /// The one that was there first; the list is newest first.
    private func firstAdmin(_ rows: any StoreReader) throws -> User? {
        var last: User?
        var page = Page<User>(limit: Page<User>.largest)
        while true {
            let users = try rows.users(page)
            last = users.last { $0.role == .admin && $0.disabledAt == nil } ?? last
            guard users.count == page.limit else { return last }
            page.after = users.last?.id
        }
    }
}
