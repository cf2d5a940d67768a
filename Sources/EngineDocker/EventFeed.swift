import DockerAPI
import Domain

/// The engine's events without end: where the connection breaks, it is made anew, and what
/// happened in between is asked for.
actor EventFeed {
    private let client: DockerClient
    private let clock: any WallClock
    private let randomness: any Randomness
    private var stream: DockerStream<JSONLines<EngineEvent>>?
    private var failures = 0
    /// The time of the last event, by the engine's clock.
    private var last: Int64?

    init(client: DockerClient, clock: any WallClock, randomness: any Randomness) {
        self.client = client
        self.clock = clock
        self.randomness = randomness
    }

    /// The next event; `nil` only when the task that waits for it is cancelled.
    func next() async -> EngineEvent? {
        while !Task.isCancelled {
            do {
                let open = try await connected()
                if let event = try await open.next() {
                    failures = 0
                    last = event.nanoseconds ?? last
                    return event
                }
            } catch {
                // Whatever it was, the periodic look tells of it; here it only costs time.
            }
            stream = nil
            guard await rest() else { return nil }
        }
        return nil
    }

    private func connected() async throws(DockerError) -> DockerStream<JSONLines<EngineEvent>> {
        if let stream { return stream }
        let fresh = try await client.events(
            Filters(["type": ["container", "volume"]]), since: last.map(Self.timestamp))
        stream = fresh
        return fresh
    }

    /// Half a second at first, twice as long each time, half a minute at most, and up to half
    /// as long again, so that many do not come back at once.
    private func rest() async -> Bool {
        let milliseconds = min(30_000, 500 << min(failures, 6))
        failures += 1
        let jitter = milliseconds * Int(randomness.bytes(1).first ?? 0) / 512
        return (try? await clock.sleep(for: .milliseconds(milliseconds + jitter))) != nil
    }

    private static func timestamp(_ nanoseconds: Int64) -> String {
        let fraction = String(nanoseconds % 1_000_000_000)
        let zeros = String(repeating: "0", count: 9 - fraction.count)
        return "\(nanoseconds / 1_000_000_000).\(zeros)\(fraction)"
    }
}
