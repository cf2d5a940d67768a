import Wire

/// Something to do with a service that keeps its data, and so asks for nothing but the name.
struct InstanceVerb: Sendable {
    /// What is typed.
    var command: String
    /// The last part of the path; what is typed, unless it has another name there.
    var path: String?
    var abstract: String
    var discussion = ""
    /// What a person should have read beforehand.
    var caution: (@Sendable (SubscriptionReply) -> String?)?

    var segment: String { path ?? command }

    static let restart = InstanceVerb(
        command: "restart", path: "restart-pod", abstract: "Restart a service. Its data stays.")

    static let stop = InstanceVerb(
        command: "stop", abstract: "Stop a service. Its data stays.")

    static let start = InstanceVerb(
        command: "start", abstract: "Start a stopped service on the data it had.")

    static let undoReset = InstanceVerb(
        command: "undo-reset", abstract: "Bring back the data from before the last reset.",
        discussion: "The present data is set aside in turn, and can be had back the same way.")

    static let cancel = InstanceVerb(
        command: "cancel", abstract: "End a subscription. The service stops; its data is kept.",
        discussion: """
            Until the end of grace, which “holdfast show” names, “holdfast resubscribe” brings \
            it back with its data.
            """)

    static let resubscribe = InstanceVerb(
        command: "resubscribe", abstract: "Bring back a service that has ended, with its data.")

    static let undoDelete = InstanceVerb(
        command: "undo-delete", abstract: "Bring back the data of a deleted service.",
        discussion: "The service stays stopped until “holdfast resubscribe”.")

    static let update = InstanceVerb(
        command: "update", abstract: "Run a service as the catalog has it now, on its own data.",
        discussion: "What it ran before is remembered: see “holdfast rollback”.")

    static let rollback = InstanceVerb(
        command: "rollback", abstract: "Run a service as before its last update.",
        discussion: """
            Its data stays as it is: what the newer version has converted, the older one may not \
            be able to read. A second rollback goes forward again.
            """, caution: UpdateText.caution)
}
