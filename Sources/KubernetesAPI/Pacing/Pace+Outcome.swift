extension Pace {
    /// What the end of a request tells of the server's strength.
    enum Outcome: Equatable, Sendable {
        case done
        /// It has too much to do; it may say how long to leave it alone.
        case overloaded(Duration?)
        /// It tells nothing.
        case failed
    }
}
