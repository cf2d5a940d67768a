import Domain
import Testing

extension EnginePromise {
    func checkHearing(_ scene: Scene) async throws {
        switch self {
        case .changesAreWhispered: try await whispered(scene)
        case .logsAreRead: try await logs(scene)
        default: #expect(try await !scene.engine.greeting().isEmpty)
        }
    }

    /// Also that the stream ends with its task: the group waits for all of its tasks.
    private func whispered(_ scene: Scene) async throws {
        let id = try await scene.run()
        let instance = scene.workload.instanceID
        let isHeard = await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                await scene.engine.hears(instance)
            }
            group.addTask {
                // Again and again: nobody says when the listener has begun to listen.
                while !Task.isCancelled {
                    try? await scene.world.kill(id)
                    try? await scene.take(.start(id, scene.workload))
                    try? await Task.sleep(for: .milliseconds(100))
                }
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
        #expect(isHeard)
    }

    private func logs(_ scene: Scene) async throws {
        // Before its first container, a service has printed nothing: that is no failure.
        #expect(try await words(scene, follow: true) == [])
        let id = try await scene.run()
        #expect(try await words(scene, follow: false).contains(scene.world.firstWords))
        try await scene.take(.stop(id, timeout: .seconds(5)))
        // Following what has ended, ends.
        #expect(try await words(scene, follow: true).contains(scene.world.firstWords))
    }

    private func words(_ scene: Scene, follow: Bool) async throws -> [String] {
        let lines = try await scene.engine.logs(
            of: scene.workload.instanceID, tail: 10, follow: follow)
        var words: [String] = []
        for try await line in lines { words.append(line.text) }
        return words
    }
}
