/// Time as the program sees it; a test turns it by hand.
package protocol WallClock: Sendable {
    func now() -> Instant
    func sleep(for duration: Duration) async throws
}
