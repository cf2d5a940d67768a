import Synchronization

/// Leads connections to their server, which is made after the door.
final class ModelDoor: Sendable {
    private struct Way {
        weak var server: ModelServer?
    }

    private let way = Mutex(Way())

    var server: ModelServer? { way.withLock { $0.server } }

    func open(to server: ModelServer) { way.withLock { $0.server = server } }
}
