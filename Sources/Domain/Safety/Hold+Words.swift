extension Hold {
    /// What an admin sends to lift it, so that nobody lifts another than was read of.
    package var confirmation: String { "\(kind.rawValue) \(since)" }

    /// What to do about it, for admins.
    package var remedy: String {
        switch kind {
        case .breaker:
            "See what is to be destroyed (holdfast admin audit, holdfast admin debug). If all of "
                + "it is meant, let it go on for a while: holdfast admin breaker."
        case .quarantine:
            "Compare what is there with what should be (holdfast admin debug), have undone what "
                + "must be kept, and decide: holdfast admin quarantine."
        }
    }
}
