import DockerAPI
import Domain

/// Hears from the engine which containers begin and end, as often as there is an engine.
struct EventWatch: Sendable {
    let docker: DockerClient

    /// Tells the chronicle, until the task is cancelled.
    func run(_ chronicle: Chronicle) async {
        var era = 0
        while !Task.isCancelled {
            era += 1
            // That the connection breaks is what it is about.
            try? await listen(in: era, chronicle)
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    private func listen(in era: Int, _ chronicle: Chronicle) async throws {
        let events = try await docker.events(Filters(["type": ["container"]]))
        while let event = try await events.next() {
            guard let kind = event.action.flatMap(History.Word.Kind.init),
                let instance = event.subject?.attributes?["holdfast.instance"],
                let container = event.subject?.id
            else { continue }
            chronicle.hear(
                .init(
                    era: era, instance: instance, container: String(container.prefix(12)),
                    kind: kind))
        }
    }
}
