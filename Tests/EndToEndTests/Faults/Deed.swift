/// What can be done to a service in the course of its life.
enum Deed: String, CaseIterable, Sendable {
    case subscribe, restart, stop, start
    case change = "change variant"
    case reset
    case undo = "undo reset"
    case cancel, resubscribe
    case delete

    /// What the service's instance is to be afterwards.
    var status: String {
        switch self {
        case .subscribe, .restart, .start, .change, .reset, .undo, .resubscribe: "RUNNING"
        case .stop, .cancel: "STOPPED"
        case .delete: "ERASED"
        }
    }
}
