/// One run of a workload's process; a restart makes another.
package struct RunID: Hashable, Sendable, CustomStringConvertible {
    package var rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    /// Stands for "nothing was running".
    package static let none = RunID("none")

    package var description: String { rawValue }
}
