import Domain

/// The mail server, as one process sees it.
struct GuardedNotifier: Notifier {
    let stage: Stage
    let life: Life

    func deliver(_ notice: Notice) async throws(DeliveryFailure) {
        try await stage.pass(
            .mail, of: life, "mail “\(notice.kind.rawValue)”", else: Self.failure
        ) { () throws(DeliveryFailure) in
            guard stage.truth.isMailUp else { throw .later("the mail server is down") }
            stage.truth.mails.append(notice)
            if stage.truth.mailsSince[notice.id] == nil {
                stage.truth.mailsSince[notice.id] = stage.clock.elapsed
            }
        }
    }

    private static func failure(_ trouble: Trouble) -> DeliveryFailure {
        if case .fault(.mailNever) = trouble { .never("no such address") } else { .later("lost") }
    }
}
