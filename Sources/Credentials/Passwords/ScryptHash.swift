import FoundationEssentials

/// What is kept of a password: `scrypt$N$r$p$salt$hash`, the last two in base 64.
struct ScryptHash: Equatable, Sendable {
    static let name = "scrypt"

    var cost: ScryptCost
    var salt: [UInt8]
    var key: [UInt8]

    init(cost: ScryptCost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    init(parsing text: String) throws(MalformedHash) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == Self.name,
            let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]),
            let salt = Data(base64Encoded: String(parts[4])), salt.count >= 4,
            let key = Data(base64Encoded: String(parts[5])), (16...64).contains(key.count)
        else { throw MalformedHash() }
        cost = ScryptCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        guard cost.isSound else { throw MalformedHash() }
        self.salt = Array(salt)
        self.key = Array(key)
    }

    var text: String {
        let numbers = [cost.rounds, cost.blockSize, cost.parallelism].map(String.init)
        let bytes = [salt, key].map { Data($0).base64EncodedString() }
        return ([Self.name] + numbers + bytes).joined(separator: "$")
    }
}
