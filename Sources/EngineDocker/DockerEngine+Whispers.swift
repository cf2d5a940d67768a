import DockerAPI
package import Domain
import Synchronization

extension DockerEngine {
    package func whispers() -> AsyncStream<InstanceID> {
        let feed = EventFeed(client: client, clock: clock, randomness: randomness)
        return AsyncStream { [self] in
            while let event = await feed.next() {
                if let instance = subject(of: event) { return instance }
            }
            return nil
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
