import Domain
import Foundation

/// A clock that is ahead of another by what a file says, such as `61d`: for trying out what takes
/// months. The file is read again at each look; without one, or with nonsense in it, the clock is
/// not shifted.
struct ShiftedClock: WallClock {
    let base: any WallClock
    let file: String

    func now() -> Instant { base.now() + shift }

    func sleep(for duration: Duration) async throws { try await base.sleep(for: duration) }

    private var shift: Duration {
        let text = try? String(contentsOfFile: file, encoding: .utf8)
        let word = text?.trimmingCharacters(in: .whitespacesAndNewlines)
        return word.flatMap { Duration(parsing: $0) } ?? .zero
    }
}
