/// What stays the same throughout an episode.
package struct Setting: Equatable, Sendable, Codable {
    /// Whether a process that starts answers at once.
    package var startsReady = true
    /// Whether claims hold no more than their sizes.
    package var enforcesSizes = false
    /// Whether new claims are guarded from the beginning.
    package var guardsClaims = true
    /// How many instances a process works on at once.
    package var workers = 2
    /// For how many days data is kept after its grace, to be taken back.
    package var purgeDays = 0

    package init() {}
}
