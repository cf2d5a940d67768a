import Foundation

/// A number in the environment, by which somebody says how much is to be tried.
enum EnvironmentNumber {
    /// A mistyped one must not quietly become another test.
    static func read(_ name: String) -> UInt64? {
        guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else {
            return nil
        }
        guard let number = UInt64(text), number <= Int.max else {
            preconditionFailure("\(name) must be a number, not “\(text)”.")
        }
        return number
    }
}
