import Domain
import Synchronization

/// Where passwords wait to be checked: for so many at a time there is room, others are sent away,
/// rather than that all wait ever longer.
final class HashingRoom: Sendable {
    private let places: Int
    private let taken = Mutex(0)

    init(places: Int) { self.places = places }

    func enter() throws(Refusal) {
        let isFull = taken.withLock { taken in
            guard taken < places else { return true }
            taken += 1
            return false
        }
        guard !isFull else {
            throw .unavailable("Too many passwords are being checked just now. Try again.")
        }
    }

    func leave() { taken.withLock { $0 -= 1 } }
}
