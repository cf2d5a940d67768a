/// An invariant that did not hold.
package struct Violation: Equatable, Sendable, CustomStringConvertible {
    package var invariant: Invariant
    package var what: String
    package var at: Duration

    package var description: String { "\(invariant.rawValue): \(what)" }
}
