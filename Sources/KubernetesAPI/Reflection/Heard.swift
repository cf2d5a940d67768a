import Domain

/// What came of listening to a watch for a while.
enum Heard<Body: Decodable & Sendable>: Sendable {
    case event(WatchEvent<Body>)
    case end
    /// Nothing, for as long as that is believed.
    case silence
    case failure(KubernetesError)

    /// Listens until something comes, or time is up; the stream then is at its end.
    static func next(
        of stream: KubernetesStream<WatchLines<Body>>, within limit: Duration,
        _ clock: any WallClock
    ) async -> Heard {
        guard limit > .zero else { return .silence }
        return await withTaskGroup(of: Heard.self) { group in
            group.addTask { await listen(to: stream) }
            group.addTask {
                do { try await clock.sleep(for: limit) } catch { return .failure(.cancelled) }
                return .silence
            }
            let first = await group.next() ?? .end
            group.cancelAll()
            return first
        }
    }

    private static func listen(to stream: KubernetesStream<WatchLines<Body>>) async -> Heard {
        do throws(KubernetesError) {
            return try await stream.next().map(Heard.event) ?? .end
        } catch {
            return .failure(error)
        }
    }
}
