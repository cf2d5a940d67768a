import Credentials
import Domain
import Testing

@Suite struct SystemTests {
    @Test func randomBytesAreManyAndDoNotRepeat() {
        let randomness = SystemRandomness()
        let first = randomness.bytes(32)
        #expect(first.count == 32)
        #expect(first != randomness.bytes(32))
        #expect(randomness.bytes(0) == [])
        #expect(Set(randomness.bytes(4096)).count > 200)
    }

    @Test func theClockIsOfThisCenturyAndGoesOn() async throws {
        let clock = SystemClock()
        let before = clock.now()
        try await clock.sleep(for: .milliseconds(2))
        #expect(clock.now() > before)
        #expect(before > Instant(milliseconds: 1_700_000_000_000))
    }

    @Test func asleepItCanBeCancelled() async {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await SystemClock().sleep(for: .seconds(3600))
                    return false
                } catch {
                    return true
                }
            }
            group.cancelAll()
            #expect(await group.next() == true)
        }
    }
}
