import Domain
import Operations

/// Asks from time to time whether whoever reads a long answer still may.
struct Vigil {
    private static let pause = Duration.seconds(5)

    private let plane: ControlPlane
    private let clock: any WallClock
    private let caller: Caller
    private var last: Instant

    init(over caller: Caller, plane: ControlPlane, clock: any WallClock) {
        self.plane = plane
        self.clock = clock
        self.caller = caller
        last = clock.now()
    }

    /// Throws a `Refusal` within seconds of a shut-out; to be called before anything is told.
    mutating func keep() async throws {
        let now = clock.now()
        // A clock that was set back is no reason not to ask.
        guard now < last || now >= last + Self.pause else { return }
        try await plane.requireStill(caller.user.id, by: caller.token?.id)
        last = now
    }
}
