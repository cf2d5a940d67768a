import Domain
import TestSupport
import Wire

/// Those who listen.
extension PlayedCluster {
    struct Listener {
        var watch: ModelWatch
        var life: Life
        var line: AsyncThrowingStream<JSONValue, any Error>.Continuation
        /// When the server ends it.
        var endsAt: Duration
    }

    /// Opens a watch for a process.
    func listen(_ request: ModelRequest, of life: Life) -> ModelTransport.Reply {
        switch watch(request) {
        case .failure(let error): return .answer(error.answer)
        case .success(let watch):
            let (stream, line) = AsyncThrowingStream.makeStream(of: JSONValue.self)
            nextListener += 1
            let id = nextListener
            line.onTermination = { [weak self] _ in self?.listeners[id] = nil }
            listeners[id] = Listener(
                watch: watch, life: life, line: line,
                endsAt: elapsed + .seconds(watch.timeout ?? 3600))
            touch()
            return .events(stream)
        }
    }

    /// Tells all what is new to them, some of it twice.
    func deliver(_ dice: inout Dice) {
        for id in listeners.keys.sorted() {
            guard var listener = listeners[id] else { continue }
            let events = model.events(for: &listener.watch)
            listeners[id] = listener
            for event in events {
                for _ in 0..<(dice.chance(3) ? 2 : 1) { listener.line.yield(event) }
            }
            if listener.watch.isOver { listener.line.finish() }
        }
    }

    /// Says how far each has come, and ends those whose time is over.
    func tellTheTime() {
        for id in listeners.keys.sorted() {
            guard let listener = listeners[id] else { continue }
            // Only what was delivered may be confirmed.
            if listener.watch.wantsBookmarks, listener.watch.version == model.version {
                listener.line.yield(model.bookmark(listener.watch))
            }
            if elapsed >= listener.endsAt { listener.line.finish() }
        }
    }

    /// Ends all watches; those of one process, as it dies.
    func breakWatches(of life: Life? = nil) {
        for id in listeners.keys.sorted() {
            guard let listener = listeners[id], life == nil || listener.life === life else {
                continue
            }
            listener.line.finish(throwing: ModelTransport.Trouble.broken)
        }
    }
}
