/// One turn of the soak: something is asked for, and meanwhile somebody is killed.
struct Cycle: Equatable, Sendable {
    /// Counts from 1.
    var number: Int
    var verb: Verb
    /// Which service, counted from 0 in the order of their making.
    var service: Int
    /// A service that is stopped before, so that no more than a few run at once.
    var rests: Int?
    var blows: [Blow]
}

extension Cycle: CustomStringConvertible {
    var description: String {
        "\(verb) of service \(service); \(blows.map(\.description).joined(separator: "; "))"
    }
}
