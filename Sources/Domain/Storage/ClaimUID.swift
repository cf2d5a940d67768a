/// What tells a claim from any other that ever bore its name; opaque outside its engine.
package struct ClaimUID: Hashable, Sendable, CustomStringConvertible {
    package var rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }
}
