/// The ports that services may be given.
package struct PortFacts: Equatable, Sendable {
    package var range: ClosedRange<Int>
    /// Those of them on which somebody listens, services of Holdfast's among them.
    package var taken: Set<Int>
    /// Which ports this machine gives its own connections.
    package var fleeting: ClosedRange<Int>?

    package init(
        range: ClosedRange<Int>, taken: Set<Int> = [], fleeting: ClosedRange<Int>? = nil
    ) {
        self.range = range
        self.taken = taken
        self.fleeting = fleeting
    }

    var findings: [Diagnosis] {
        let name = "\(range.lowerBound)-\(range.upperBound)"
        let free = range.count - taken.count
        let advice = "Set HOLDFAST_SERVICE_PORTS to another range."
        guard free > 0 else {
            return [
                .problem(
                    .ports, .configuration, "No port of \(name) is free for a new service.", advice)
            ]
        }
        if let fleeting, fleeting.overlaps(range) {
            return [
                .note(
                    .ports,
                    "This machine uses some of the ports \(name) for its own connections.",
                    "A service may find its port taken after a restart. \(advice)")
            ]
        }
        guard free >= 10 else {
            return [.note(.ports, "\(free) of the ports \(name) are free.", advice)]
        }
        return [.ok(.ports, "\(free) of the \(range.count) ports \(name) are free.")]
    }
}
