import Domain
import Testing

@testable import Credentials

@Suite struct ScryptHasherTests {
    private static let cheap = ScryptCost(rounds: 1 << 4, blockSize: 8, parallelism: 1)
    private let hasher = ScryptHasher(cost: cheap, randomness: SystemRandomness())

    @Test(arguments: ["", "a", "correct horse battery staple", "pässwörd 🦉", "a\u{0}b"])
    func aPasswordIsKnownAgain(_ password: String) async throws {
        let hash = try await hasher.hash(password)
        #expect(try await hasher.verify(password, against: hash))
        #expect(try await !hasher.verify(password + "x", against: hash))
        #expect(try await !hasher.verify("another", against: hash))
        #expect(!password.contains("horse") || !hash.contains("horse"))
    }

    @Test func theSamePasswordNeverHasTheSameHash() async throws {
        let hashes = [try await hasher.hash("same"), try await hasher.hash("same")]
        #expect(hashes[0] != hashes[1])
    }

    @Test func theCostIsKeptWithTheHash() async throws {
        let hash = try await hasher.hash("p")
        #expect(hash.hasPrefix("scrypt$16$8$1$"))
        let dearer = ScryptHasher(
            cost: ScryptCost(rounds: 1 << 6, blockSize: 4, parallelism: 2),
            randomness: SystemRandomness())
        let dear = try await dearer.hash("p")
        #expect(dear.hasPrefix("scrypt$64$4$2$"))
        #expect(try await dearer.verify("p", against: hash))
        #expect(try await hasher.verify("p", against: dear))
    }

    @Test func theStandardCostIsTwoToTheFifteenth() async throws {
        let standard = ScryptHasher(randomness: SystemRandomness())
        let hash = try await standard.hash("p")
        #expect(hash.hasPrefix("scrypt$32768$8$1$"))
        #expect(try await standard.verify("p", against: hash))
    }

    /// The second test vector of RFC 7914, section 12.
    @Test func itIsTheScryptThatOthersKnow() async throws {
        let known = """
            scrypt$1024$8$16$TmFDbA==$\
            /bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA==
            """
        #expect(try await hasher.verify("password", against: known))
        #expect(try await !hasher.verify("Password", against: known))
    }

    @Test(arguments: [
        "", "$", "scrypt", "plain text", "scrypt$16$8$1$AAAAAAAA", "bcrypt$16$8$1$c2FsdA==$",
        "scrypt$15$8$1$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$0$8$1$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$-16$8$1$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$1099511627776$8$1$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$1048576$64$1$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$16$9223372036854775807$1$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$16$8$0$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$16$8$1$$AAAAAAAAAAAAAAAAAAAAAA==", "scrypt$16$8$1$c2FsdHNhbHQ=$",
        "scrypt$16$8$1$c2FsdHNhbHQ=$AAAA", "scrypt$16$8$1$no base 64$AAAAAAAAAAAAAAAAAAAAAA==",
        "scrypt$16$8$1$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA==$more",
    ])
    func aDamagedHashIsAnErrorThatSaysNothingOfIt(_ hash: String) async throws {
        await #expect(throws: MalformedHash()) {
            _ = try await hasher.verify("p", against: hash)
        }
        #expect(!MalformedHash().description.contains("scrypt"))
    }

    @Test func manyAtOnceAllGetTheirAnswer() async throws {
        let hash = try await hasher.hash("p")
        let answers = try await withThrowingTaskGroup(of: Bool.self) { [hasher] group in
            for number in 0..<40 {
                group.addTask {
                    try await hasher.verify(number % 2 == 0 ? "p" : "q", against: hash)
                }
            }
            return try await group.reduce(into: [true: 0, false: 0]) { $0[$1, default: 0] += 1 }
        }
        #expect(answers == [true: 20, false: 20])
    }

    @Test func everyByteCountsInAComparison() {
        #expect(ScryptHasher.isEqual([1, 2, 3], [1, 2, 3]))
        for place in 0..<3 {
            var other: [UInt8] = [1, 2, 3]
            other[place] ^= 128
            #expect(!ScryptHasher.isEqual([1, 2, 3], other))
        }
        #expect(!ScryptHasher.isEqual([1, 2, 3], [1, 2]))
        #expect(!ScryptHasher.isEqual([], [1]))
    }

    /// The digest of “abc” in FIPS 180-4's examples.
    @Test func aDigestIsSHA256InHexadecimal() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(hasher.digest("abc") == known)
        #expect(hasher.digest("").count == 64)
    }
}
