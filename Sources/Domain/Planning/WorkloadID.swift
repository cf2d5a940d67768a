/// The engine's own id of a workload: of this one, never of a later one with the same name.
package struct WorkloadID: Hashable, Sendable, CustomStringConvertible {
    package var rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }
}
