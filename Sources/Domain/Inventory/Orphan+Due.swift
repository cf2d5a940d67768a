extension Orphan {
    /// Whether it was condemned and the time to object is over.
    ///
    /// - Parameter due: The moment up to which deadlines have passed.
    package func isDue(at due: Instant) -> Bool {
        state == .begun || state == .condemned && (notBefore.map { $0 <= due } ?? false)
    }

    /// As it is from the last step on.
    package func begun(at moment: Instant) -> Orphan {
        var begun = self
        begun.state = .begun
        begun.begunAt = begun.begunAt ?? moment
        return begun
    }
}
