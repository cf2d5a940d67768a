import Domain
import Synchronization
import TestSupport

/// Counts the costly hashes; may fail, as one does that has no room.
final class CountingHasher: PasswordHasher {
    private let base = PlainHasher()
    private let state = Mutex((count: 0, failure: Refusal?.none))

    var count: Int { state.withLock(\.count) }

    func fail(with failure: Refusal?) { state.withLock { $0.failure = failure } }

    func hash(_ password: String) async throws -> String {
        try work()
        return try await base.hash(password)
    }

    func verify(_ password: String, against hash: String) async throws -> Bool {
        try work()
        return try await base.verify(password, against: hash)
    }

    func digest(_ token: String) -> String { base.digest(token) }

    private func work() throws {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            state.count += 1
        }
    }
}
