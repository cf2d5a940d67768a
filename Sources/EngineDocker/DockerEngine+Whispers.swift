import DockerAPI
package import Domain
import Synchronization

extension DockerEngine {
    package func whisper(to listener: @Sendable @escaping (InstanceID) -> Void) async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.whisper(ofEvents: listener) }
            for await starter in starters.arrivals {
                group.addTask { await self.waitUntilAnswers(starter, listener) }
            }
        }
    }

    private func whisper(ofEvents listener: (InstanceID) -> Void) async {
        let feed = EventFeed(client: client, clock: clock, randomness: randomness)
        while let event = await feed.next() {
            if let instance = subject(of: event) { listener(instance) }
        }
    }

    /// Until it answers, or has had its time.
    private func waitUntilAnswers(
        _ starter: Starters.Starter, _ listener: (InstanceID) -> Void
    ) async {
        defer { starters.remove(starter.instance) }
        let end = starter.startedAt + starter.check.startPeriod
        while clock.now() < end {
            let trouble = await prober.trouble(
                with: starter.check, host: settings.probeHost, port: starter.port)
            if trouble == nil { return listener(starter.instance) }
            let pause = Starters.pause(after: clock.now() - starter.startedAt)
            guard (try? await clock.sleep(for: pause)) != nil else { return }
        }
    }

    /// Whose event this is, if it may be that of an instance of ours.
    private func subject(of event: EngineEvent) -> InstanceID? {
        switch event.type {
        case "container"?:
            let labels = event.subject?.attributes
            guard isOwn(labels), !event.isIdleTalk else { return nil }
            return labels?[Label.instance].map { InstanceID($0) }
        case "volume"?:
            guard !event.isIdleTalk else { return nil }
            // Podman has the name among the attributes, and no id.
            let id = event.subject?.id ?? ""
            let name = ClaimName(id.isEmpty ? event.subject?.attributes?["name"] ?? "" : id)
            return claimants.withLock { $0[name] }
        default: return nil
        }
    }
}

extension EngineEvent {
    /// What changes nothing about a container or a volume: mostly what we ourselves do in looking
    /// at it. A start that fails mounts volumes too: to hear that would be to try at once again.
    package var isIdleTalk: Bool {
        let idle = [
            "exec_", "archive-path", "extract-to-dir", "attach", "resize", "top", "export",
            "mount", "unmount",
        ]
        return idle.contains { (action ?? "").hasPrefix($0) }
    }
}
