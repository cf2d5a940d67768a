import Synchronization

/// Remembers what a pure function gave, for so many arguments at most.
///
/// Only for what depends on nothing but its argument: whoever asks must not be able to tell
/// whether the answer was remembered.
package final class Memo<Argument: Hashable & Sendable, Value: Sendable>: Sendable {
    private let capacity: Int
    private let known = Mutex<[Argument: Value]>([:])

    package init(capacity: Int) { self.capacity = capacity }

    package var count: Int { known.withLock(\.count) }

    package func known(_ argument: Argument) -> Value? { known.withLock { $0[argument] } }

    package func remember(_ value: Value, for argument: Argument) {
        known.withLock { known in
            // To begin anew is simpler than to know who was asked for last, and as good here.
            if known.count >= capacity { known.removeAll(keepingCapacity: true) }
            known[argument] = value
        }
    }

    /// What `make` gives, now or earlier; what it throws is not remembered.
    package func value<Failure: Error>(
        for argument: Argument, make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if let value = known(argument) { return value }
        let value = try make()
        remember(value, for: argument)
        return value
    }
}
