import Crypto
import CryptoExtras
package import Domain
import FoundationEssentials
import NIOPosix

/// Keeps passwords as scrypt hashes; a few at once, on threads of its own, so that many logins
/// neither stop the rest of the program nor take all memory. Where too many wait already, it
/// throws `Refusal.unavailable`.
package final class ScryptHasher: PasswordHasher {
    private let cost: ScryptCost
    private let randomness: any Randomness
    let threads: NIOThreadPool
    private let room: HashingRoom

    /// `cost` is for new hashes; old ones are checked at the cost that they were made with.
    ///
    /// - Parameter waiting: So many may wait for a thread: some seconds on an old machine.
    package init(
        cost: ScryptCost = .standard, threads: Int = 2, waiting: Int = 50,
        randomness: any Randomness
    ) {
        self.cost = cost
        self.randomness = randomness
        self.threads = NIOThreadPool(numberOfThreads: threads)
        room = HashingRoom(places: threads + waiting)
        self.threads.start()
    }

    deinit { threads.shutdownGracefully { _ in } }

    package func hash(_ password: String) async throws -> String {
        let salt = randomness.bytes(16)
        let key = try await derive(password, salt, cost, length: 32)
        return ScryptHash(cost: cost, salt: salt, key: key).text
    }

    /// Throws `MalformedHash` for a hash that this hasher could not have made.
    package func verify(_ password: String, against hash: String) async throws -> Bool {
        let kept = try ScryptHash(parsing: hash)
        let key = try await derive(password, kept.salt, kept.cost, length: kept.key.count)
        return Self.isEqual(key, kept.key)
    }

    package func digest(_ token: String) -> String {
        SHA256.hash(data: Data(token.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0\(digits)" : digits
        }.joined()
    }

    private func derive(
        _ password: String, _ salt: [UInt8], _ cost: ScryptCost, length: Int
    ) async throws -> [UInt8] {
        // The library cannot take nothing. One NUL gives the same hash: HMAC fills its key up
        // with NULs anyway (RFC 2104, section 2).
        let secret = password.utf8.isEmpty ? [0] : Array(password.utf8)
        try room.enter()
        defer { room.leave() }
        return try await threads.runIfActive {
            try KDF.Scrypt.deriveKey(
                from: secret, salt: salt, outputByteCount: length, rounds: cost.rounds,
                blockSize: cost.blockSize, parallelism: cost.parallelism
            ).withUnsafeBytes { Array($0) }
        }
    }

    /// Looks at every byte, whatever it finds, so that the time says nothing.
    static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
