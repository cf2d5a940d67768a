import Domain

/// What is known of the objects of a kind, kept up with what the server does.
///
/// Begins with a list, and goes on with a watch from there; after a broken watch from the last
/// version that was heard of. Where that cannot be done without a gap, a whole list comes again:
/// no change is lost without a word.
///
/// For one reader. Letting it go, or cancelling the reader, closes its connection.
package actor Reflection<Body: Decodable & Sendable> {
    typealias Stream = KubernetesStream<WatchLines<Body>>

    private let client: KubernetesClient
    private let kind: ResourceKind
    private let namespace: String?
    private let selector: String?
    private let silence: Duration
    private let clock: any WallClock

    /// Up to where all is known; `nil` before the first list, and where it is too long ago.
    private var version: String?
    private var stream: Stream?
    /// When the server was last heard to know of a version. Beginning a watch is no proof: one
    /// from a version that is yet to come, as after a restore of etcd, is silent (see `next`).
    private var heardAt: Instant
    /// In a row, without having heard anything from a watch. A list does not end the row: else
    /// one list would follow another where no watch can be had.
    private var failures = 0
    private var mustRest = false

    /// - Parameters:
    ///   - namespace: `nil` for all.
    ///   - silence: How long to trust a watch that says nothing. A server sends a bookmark
    ///     about once a minute.
    package init(
        of kind: ResourceKind, in namespace: String? = nil, selector: String? = nil,
        from client: KubernetesClient, silence: Duration = .seconds(180),
        as type: Body.Type = Body.self
    ) {
        self.client = client
        self.kind = kind
        self.namespace = namespace
        self.selector = selector
        self.silence = silence
        clock = client.clock
        heardAt = client.clock.now()
    }

    /// The next change; waits until there is one.
    ///
    /// - Throws: `.cancelled` only.
    package func next() async throws(KubernetesError) -> ReflectedChange<Body> {
        do throws(KubernetesError) {
            while true {
                try await rest()
                if let change = try await step() { return change }
            }
        } catch {
            stream = nil
            throw error
        }
    }

    /// - Returns: `nil` where nothing is to be told.
    private func step() async throws(KubernetesError) -> ReflectedChange<Body>? {
        do throws(KubernetesError) {
            guard let version else { return try await list() }
            guard let stream else {
                stream = try await client.watch(
                    kind, in: namespace, selector: selector, from: version)
                return nil
            }
            return try await hear(stream)
        } catch {
            return try fail(error)
        }
    }

    private func list() async throws(KubernetesError) -> ReflectedChange<Body> {
        let list = try await client.list(
            kind, in: namespace, selector: selector, as: Body.self)
        version = list.resourceVersion
        heardAt = clock.now()
        return .listed(list.items)
    }

    private func hear(
        _ stream: Stream
    ) async throws(KubernetesError) -> ReflectedChange<Body>? {
        let left = silence - (clock.now() - heardAt)
        switch await Heard.next(of: stream, within: left, clock) {
        case .event(let event): return take(event)
        case .failure(let error): throw error
        case .end:
            self.stream = nil
            failed()
            return nil
        case .silence:
            forget()
            return nil
        }
    }

    private func take(_ event: WatchEvent<Body>) -> ReflectedChange<Body>? {
        switch event {
        case .added(let body, let version), .modified(let body, let version):
            heard(version)
            return .changed(body)
        case .deleted(let body, let version):
            heard(version)
            return .gone(body)
        case .bookmark(let version):
            heard(version)
            return .confirmed
        case .error:
            // Nearly always that the version is too old (410); whatever it is, a list is sure.
            forget()
            failed()
            return nil
        }
    }
}

extension Reflection {
    private func heard(_ version: String) {
        self.version = version
        heardAt = clock.now()
        failures = 0
    }

    /// From here on only a list tells what is there.
    private func forget() {
        version = nil
        stream = nil
    }

    /// The first time it goes on at once.
    private func failed() {
        failures += 1
        mustRest = failures > 1
    }

    private func fail(_ error: KubernetesError) throws(KubernetesError) -> ReflectedChange<Body>? {
        let wasWatching = stream != nil
        stream = nil
        if error == .cancelled { throw error }
        failed()
        if error.code == 410 {
            forget()
            return nil
        }
        // What cannot be read would be told again, the same, for ever.
        if case .broken = error, failures > 1 { forget() }
        // A watch that broke off is taken up again, and needs no word.
        if wasWatching, failures == 1 { return nil }
        mustRest = true
        return .interrupted(error)
    }

    private func rest() async throws(KubernetesError) {
        guard mustRest else { return }
        let pause = Backoff.pause(after: failures, chance: client.randomness.chance())
        do { try await clock.sleep(for: pause) } catch { throw .cancelled }
        mustRest = false
    }
}
