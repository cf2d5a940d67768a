import Domain
import Foundation
import TestSupport
import Testing

/// A real service that nobody here wrote: Isso, which keeps comments in SQLite.
@Suite(.needsDocker, .needsIsso, .timeLimit(.minutes(3)))
struct IssoTests {
    /// What visitors say outlives the container they said it to.
    @Test func commentsOutliveTheContainer() async throws {
        try await DockerWorld.with(service: .isso) { world in
            try await world.load(Isso.tar())
            let scene = try await Scene("isso", in: world)
            let id = try await scene.run()
            try await Isso.post("hello", to: scene.workload.hostPort)
            #expect(try await Isso.comments(at: scene.workload.hostPort) == ["<p>hello</p>"])
            try await scene.take(.stop(id, timeout: .seconds(10)))
            try await scene.take(.remove(id))
            try await scene.run()
            try await Isso.post("again", to: scene.workload.hostPort)
            #expect(
                try await Isso.comments(at: scene.workload.hostPort)
                    == ["<p>hello</p>", "<p>again</p>"])
        }
    }

    /// It ends by itself, long before it would be killed.
    @Test func itEndsWhenAsked() async throws {
        try await DockerWorld.with(service: .isso) { world in
            try await world.load(Isso.tar())
            let scene = try await Scene("isso", in: world)
            let id = try await scene.run()
            try await scene.take(.stop(id, timeout: .seconds(60)))
            #expect(try await scene.only().state == .stopped("exited with 0"))
        }
    }
}
