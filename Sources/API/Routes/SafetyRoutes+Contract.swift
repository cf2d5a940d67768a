import Wire

extension SafetyRoutes {
    static let contract = [
        Endpoint(.get, "/api/v1/admin/holds", "listHolds", "Why nothing is destroyed.")
            .open(to: .admin)
            .answers(PageReply<HoldReply>.self, "All of them; also those that were lifted."),
        Endpoint(.post, "/api/v1/admin/breaker", "liftBreaker", "Lets destruction go on.")
            .telling("Although there is more of it than is usual, and for a while only.")
            .open(to: .admin).takes(BreakerBody.self).repeatable
            .answers(HoldReply.self, "The hold, lifted.").refuses(.conflict, .confirmation),
        Endpoint(.get, "/api/v1/admin/quarantine", "showQuarantine", "What is to be decided.")
            .telling(
                """
                A database that knows less than the engine is an older copy: nothing is destroyed \
                until an admin has decided.
                """
            )
            .open(to: .admin).answers(QuarantineReply.self, "As it is just now.")
            .refuses(.engine),
        Endpoint(.post, "/api/v1/admin/quarantine", "endQuarantine", "Decides, and ends it.")
            .telling("Whatever was to be destroyed gets a whole undo window again.")
            .open(to: .admin).takes(QuarantineBody.self).repeatable
            .answers(QuarantineReply.self, "What there is now.").refuses(.conflict, .engine),
        Endpoint(.get, "/api/v1/admin/clock", "showClock", "Whether the clock is believed.")
            .open(to: .admin).answers(ClockReply.self, "What it shows, and what counts."),
        Endpoint(.post, "/api/v1/admin/clock", "acceptClock", "Says that the clock is right.")
            .open(to: .admin).takes(ClockBody.self).repeatable
            .answers(ClockReply.self, "What it shows, which counts now.")
            .refuses(.conflict, .confirmation),
    ]
}
