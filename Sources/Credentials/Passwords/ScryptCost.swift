/// How much work and memory one scrypt hash takes (https://www.rfc-editor.org/rfc/rfc7914,
/// section 2).
package struct ScryptCost: Equatable, Sendable {
    /// N: the work; a power of two.
    package var rounds: Int
    /// r: the size of a block, in 128 bytes.
    package var blockSize: Int
    /// p: how many times over.
    package var parallelism: Int

    /// 32 MiB and some tens of milliseconds for each hash.
    package static let standard = ScryptCost(rounds: 1 << 15, blockSize: 8, parallelism: 1)

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Whether a hash may be made at this cost: what is no power of two does not work, and what
    /// takes more than 256 MiB would let a damaged row bring the program down.
    var isSound: Bool {
        (2...(1 << 20)).contains(rounds) && rounds.nonzeroBitCount == 1
            && (1...64).contains(blockSize) && (1...64).contains(parallelism)
            && 128 * rounds * blockSize <= 256 << 20
    }
}
