import Wire

extension OrphanRoutes {
    static let contract = [
        Endpoint(.get, "\(root)/debug", "debugInstances", "Everything that may be amiss.")
            .telling(
                """
                What rows say, beside what the engine has; `seenAt` tells up to when that is \
                known. Where the engine does not answer, `trouble` says so, and the rest comes \
                all the same.
                """
            )
            .open(to: .admin).takes(.limit, .after, .live)
            .answers(DebugReply.self, "A piece of the list, and what concerns all."),
        Endpoint(.post, "\(root)/cleanup-orphaned", "cleanUpOrphans", "Removes what is nobody's.")
            .telling(
                """
                In two steps: without a `digest` nothing is done, and the answer is the report. \
                With the digest of the present report, what is `removable` in it is condemned: it \
                goes once the undo window is over. With another, the problem has the present one \
                as `report`.
                """
            )
            .open(to: .admin).takes(CleanupBody.self, isRequired: false).repeatable
            .answers(OrphansReply.self, "What there is now.").refuses(.conflict),
        Endpoint(
            .post, "\(root)/cleanup-orphaned/undo", "spareOrphans",
            "Takes back what was condemned and has not begun to go."
        )
        .open(to: .admin).takes(EmptyBody.self, isRequired: false).repeatableByNature
        .answers(OrphansReply.self, "What there is now."),
    ]

    private static let root = "/api/v1/admin/pods"
}
