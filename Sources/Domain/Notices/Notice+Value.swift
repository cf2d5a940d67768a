extension Notice {
    /// A name by which texts and webhooks speak of what is particular to a notice. Moments are
    /// RFC 3339, as `Instant` writes them.
    package enum Value: String, Sendable, CaseIterable {
        /// Of whom it is sent to.
        case name, email
        /// What was subscribed to, and the name of what runs for it.
        case service, variant, instance
        /// The subscription's, in the words of the API: `CANCELLED`.
        case status
        case endedAt, graceEndsAt
        /// Where the service is, or was.
        case url
        /// Who has done it.
        case admin
        /// What has happened, in one line, since it is a subject, too; and why.
        case what, why
        case undoUntil
    }
}

extension Notice.Kind {
    /// What each notice of this kind has. A text may speak of nothing else; a value may be empty.
    package var values: Set<Notice.Value> {
        let service: Set<Notice.Value> = [.name, .email, .service, .variant, .instance, .url]
        return switch self {
        case .subscriptionEnded, .purgeIn30Days, .purgeIn7Days, .purgeIn1Day, .dataPurged:
            service.union([.status, .endedAt, .graceEndsAt])
        case .subscriptionResumed: service.union([.status])
        case .instanceReset, .instanceDeleted: service.union([.admin, .why, .undoUntil])
        case .alert: [.what, .why]
        }
    }
}

extension Notice {
    /// Those that a notice of its kind must have, and that it lacks.
    package var missingValues: [Value] {
        Value.allCases.filter { kind.values.contains($0) && values[$0.rawValue] == nil }
    }
}
