import NIOCore
import NIOHTTP1
import Wire

/// Who listens, and what they are told.
extension ModelServer {
    /// Begins to tell a connection what happens. Its first part, the head, is written by it.
    func listen(_ watch: ModelWatch, on channel: any Channel) -> Int {
        state.withLock { state in
            state.nextListener += 1
            let id = state.nextListener
            state.listeners[id] = Listener(watch: watch, channel: channel)
            watchers.yield(state.listeners.count)
            deliver(&state)
            return id
        }
    }

    func forget(_ id: Int) {
        state.withLock { state in
            if state.listeners.removeValue(forKey: id) != nil {
                watchers.yield(state.listeners.count)
            }
        }
    }

    /// Ends one watch as its time is over: with a bookmark, if it wants one.
    func expire(_ id: Int) {
        state.withLock { state in
            guard let listener = state.listeners[id] else { return }
            if listener.watch.wantsBookmarks {
                Self.write([state.cluster.bookmark(listener.watch)], to: listener.channel)
            }
            end(id, &state)
        }
    }

    /// Tells every watch that wants to know how far it has come.
    package func sendBookmarks() {
        state.withLock { state in
            for id in state.listeners.keys.sorted() {
                guard let listener = state.listeners[id], listener.watch.wantsBookmarks else {
                    continue
                }
                Self.write([state.cluster.bookmark(listener.watch)], to: listener.channel)
            }
        }
    }

    /// Ends all watches, as a server that restarts does.
    package func endWatches() {
        state.withLock { state in
            for id in state.listeners.keys.sorted() { end(id, &state) }
        }
    }

    /// Lets nobody hear of what happens, until it is released.
    package func holdEvents() { state.withLock { $0.holdsEvents = true } }

    package func releaseEvents() {
        state.withLock { state in
            state.holdsEvents = false
            deliver(&state)
        }
    }

    /// Breaks the connection of the next watch that hears something, in the middle of a line.
    package func breakNextEvent() { state.withLock { $0.breaksNextEvent = true } }

    /// Tells all watches what is new to them.
    func deliver(_ state: inout State) {
        guard !state.holdsEvents else { return }
        for id in state.listeners.keys.sorted() {
            guard var listener = state.listeners[id] else { continue }
            let events = state.cluster.events(for: &listener.watch)
            state.listeners[id] = listener
            if let first = events.first, state.breaksNextEvent {
                state.breaksNextEvent = false
                Self.breakOff(first, on: listener.channel)
                continue
            }
            if !events.isEmpty { Self.write(events, to: listener.channel) }
            if listener.watch.isOver { end(id, &state) }
        }
    }

    private func end(_ id: Int, _ state: inout State) {
        guard let listener = state.listeners.removeValue(forKey: id) else { return }
        watchers.yield(state.listeners.count)
        let channel = listener.channel
        channel.eventLoop.execute {
            channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
        }
    }

    /// Later, in order: a write at once could call back while the state is locked.
    private static func write(_ events: [JSONValue], to channel: any Channel) {
        let lines = events.map { $0.compact + "\n" }.joined()
        channel.eventLoop.execute {
            let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: lines)))
            channel.writeAndFlush(part, promise: nil)
        }
    }

    private static func breakOff(_ event: JSONValue, on channel: any Channel) {
        let half = String(event.compact.prefix(20))
        channel.eventLoop.execute {
            let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: half)))
            channel.writeAndFlush(part).whenComplete { _ in channel.close(promise: nil) }
        }
    }
}
