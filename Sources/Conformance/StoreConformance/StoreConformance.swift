package import Domain
import Testing

/// What every store must keep to: a suite that each driver's tests run on a new, empty store.
package struct StoreConformance: Sendable, CustomTestStringConvertible {
    package var testDescription: String
    private let check: @Sendable (any Store) async throws -> Void

    init(_ promise: String, check: @Sendable @escaping (any Store) async throws -> Void) {
        testDescription = promise
        self.check = check
    }

    /// Checks one promise; `store` must be empty.
    package func check(_ store: any Store) async throws { try await check(store) }

    package static let promises: [Self] =
        people + services + storage + record + transactions + destruction + whispers
        + endings + safety + audit + epochs
}
