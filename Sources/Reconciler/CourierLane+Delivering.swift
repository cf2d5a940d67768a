import Domain
import Logging

extension CourierLane {
    /// One try, and what came of it is recorded.
    func deliver(_ notice: Notice) async {
        let failure = await attempt(notice)
        // A try that we broke off ourselves says nothing, and is made again by the next start.
        if failure != nil, Task.isCancelled { return }
        guard let ended = await record(failure, of: notice.id) else { return }
        tell(of: ended)
        if let news = health.withLock({ $0.note(failure, at: clock.now()) }) {
            tell(news, failure)
        }
    }

    /// Why it failed; `nil` when somebody has taken it over.
    private func attempt(_ notice: Notice) async -> DeliveryFailure? {
        await withTaskGroup(of: DeliveryFailure?.self) { group in
            group.addTask { [notifier] in
                do throws(DeliveryFailure) { try await notifier.deliver(notice) } catch {
                    return error
                }
                return nil
            }
            group.addTask { [clock, settings] in
                try? await clock.sleep(for: settings.longest)
                return .later("It took longer than \(settings.longest.words).")
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    /// Writes down what came of a try, however long the store refuses: without that, a notice
    /// that was delivered would be delivered again and again.
    ///
    /// - Returns: The notice as it is now; `nil` where it was not for us to end.
    private func record(_ failure: DeliveryFailure?, of id: NoticeID) async -> Notice? {
        var tries = 0
        while true {
            do {
                return try await store.write { [settings] rows in
                    try Self.record(failure, of: id, settings.policy, rows)
                }
            } catch {
                tries += 1
                if tries == 1 {
                    logger.error(
                        "Cannot record what became of a notice; trying on",
                        metadata: ["notice": "\(id)", "error": "\(error)"])
                }
                let pause = Backoff.failing.pause(after: tries, randomness)
                do { try await clock.sleep(for: pause) } catch { return nil }
            }
        }
    }

    private static func record(
        _ failure: DeliveryFailure?, of id: NoticeID, _ policy: DeliveryPolicy,
        _ rows: any StoreWriter
    ) throws -> Notice? {
        guard let kept = try rows.notice(id), kept.state == .pending else { return nil }
        let notice =
            failure.map { policy.after($0, kept, at: rows.now) }
            ?? kept.delivered(at: rows.now)
        try rows.update(notice)
        if notice.state == .dead {
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: .system, action: "notice.give-up", subject: "notice",
                    subjectID: id.rawValue,
                    details: [
                        "kind": notice.kind.rawValue, "channel": notice.channel.rawValue,
                        "recipient": notice.recipient, "attempts": "\(notice.attempts)",
                        "why": notice.trouble ?? "",
                    ]))
        }
        return notice
    }
}

extension CourierLane {
    private func tell(of notice: Notice) {
        var metadata: Logger.Metadata = [
            "notice": .string(notice.id.rawValue), "kind": .string(notice.kind.rawValue),
            "channel": .string(channel.rawValue),
        ]
        metadata["why"] = notice.trouble.map { .string($0) }
        switch notice.state {
        case .delivered: logger.info("A notice was delivered", metadata: metadata)
        case .pending: logger.info("A notice was not delivered yet", metadata: metadata)
        case .dead:
            logger.error(
                """
                ALERT: a notice was given up. Once its reason is mended: \
                holdfast admin notices retry \(notice.id)
                """, metadata: metadata)
        }
    }

    private func tell(_ news: ChannelHealth.News, _ failure: DeliveryFailure?) {
        let channel = Logger.MetadataValue.string(channel.rawValue)
        switch news {
        case .isDown(let since):
            logger.error(
                "ALERT: nothing gets through to anybody; notices wait, and nothing is lost",
                metadata: [
                    "channel": channel, "since": "\(since)", "why": "\(failure?.message ?? "")",
                ])
        case .worksAgain:
            logger.notice("Notices get through again", metadata: ["channel": channel])
        }
    }
}

extension Notice {
    fileprivate func delivered(at now: Instant) -> Notice {
        var notice = self
        notice.attempts += 1
        notice.state = .delivered
        notice.endedAt = now
        notice.trouble = nil
        return notice
    }
}
