import Domain
import Foundation
import Synchronization

/// A clock that is ahead of another by what a file says, such as `61d`: for trying out what takes
/// months. The file is read again at each look; without one, the clock is not shifted. Whoever
/// writes it may have emptied it first: what says nothing changes nothing.
final class ShiftedClock: WallClock {
    private let base: any WallClock
    private let file: String
    private let last = Mutex(Duration.zero)

    init(base: any WallClock, file: String) {
        self.base = base
        self.file = file
    }

    func now() -> Instant { base.now() + shift }

    func sleep(for duration: Duration) async throws { try await base.sleep(for: duration) }

    private var shift: Duration {
        last.withLock { last in
            if let text = try? String(contentsOfFile: file, encoding: .utf8) {
                let word = text.trimmingCharacters(in: .whitespacesAndNewlines)
                last = Duration(parsing: word) ?? last
            } else {
                last = .zero
            }
            return last
        }
    }
}
