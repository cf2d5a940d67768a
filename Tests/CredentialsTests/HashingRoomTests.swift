import Dispatch
import Domain
import Testing

@testable import Credentials

/// Many logins at once do not wait ever longer.
@Suite struct HashingRoomTests {
    @Test func soManyAndNoMore() throws {
        let room = HashingRoom(places: 2)
        try room.enter()
        try room.enter()
        #expect(throws: Refusal.self) { try room.enter() }
        room.leave()
        try room.enter()
    }

    @Test func whoFindsNoRoomIsSentAwayAndOthersGetTheirAnswer() async throws {
        let hasher = ScryptHasher(
            cost: ScryptCost(rounds: 1 << 4, blockSize: 8, parallelism: 1), threads: 1,
            waiting: 2, randomness: SystemRandomness())
        // Nothing is done until all of them have come.
        let gate = DispatchSemaphore(value: 0)
        async let _ = hasher.threads.runIfActive { gate.wait() }
        let (answers, answer) = AsyncStream.makeStream(of: Bool.self)
        await withTaskGroup(of: Void.self) { group in
            for _ in 1...20 {
                group.addTask { answer.yield((try? await hasher.hash("p")) != nil) }
            }
            var refused = 0
            for await isHashed in answers {
                #expect(!isHashed)
                refused += 1
                if refused == 17 { break }
            }
            gate.signal()
        }
        answer.finish()
        #expect(try await hasher.hash("p") != "")
    }
}
