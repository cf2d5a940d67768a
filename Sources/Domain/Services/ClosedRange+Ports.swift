/// The ports of the host that services may be given.
extension ClosedRange<Int> {
    /// The first port that nobody has been given; beyond `last`, where that one was in vain.
    package func freePort(besides taken: Set<Int>, after last: Int? = nil) -> Int? {
        first { port in !taken.contains(port) && last.map { port > $0 } ?? true }
    }
}
