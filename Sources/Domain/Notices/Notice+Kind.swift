extension Notice {
    /// What it is about; the name of its template, and the type of its webhook.
    package enum Kind: String, Sendable, CaseIterable {
        case subscriptionEnded = "subscription-ended"
        case subscriptionResumed = "subscription-resumed"
        case purgeIn30Days = "purge-in-30-days"
        case purgeIn7Days = "purge-in-7-days"
        case purgeIn1Day = "purge-in-1-day"
        case dataPurged = "data-purged"
        /// An admin has reset, or deleted, what is not theirs.
        case instanceReset = "instance-reset"
        case instanceDeleted = "instance-deleted"
        /// For admins: something waits for a person.
        case alert

        /// Whether it tells an owner that data will be destroyed, and when.
        package var warnsOfPurge: Bool {
            switch self {
            case .subscriptionEnded, .purgeIn30Days, .purgeIn7Days, .purgeIn1Day: true
            default: false
            }
        }
    }
}
