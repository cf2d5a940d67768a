import Conformance
import Domain
import Foundation
import RealWorld
import TestSupport
import Testing

/// A real service that nobody here wrote: Isso, which keeps comments in SQLite.
@Suite(.needsDocker, .needsBusybox, .needsIsso, .inDockerWorld(within: .seconds(180)))
struct IssoTests {
    /// What visitors say outlives the container they said it to.
    @Test func commentsOutliveTheContainer() async throws {
        try await DockerWorld.with(service: .isso) { world in
            try await Isso.load(into: world.client)
            let scene = try await Scene("isso", in: world)
            let id = try await scene.run()
            let url = "http://127.0.0.1:\(scene.workload.hostPort)"
            try await Isso.post("hello", to: url)
            #expect(try await Isso.comments(at: url) == ["hello"])
            try await scene.take(.stop(id, timeout: .seconds(10)))
            try await scene.take(.remove(id))
            try await scene.run()
            try await Isso.post("again", to: url)
            #expect(try await Isso.comments(at: url) == ["hello", "again"])
        }
    }

    /// It ends by itself, long before it would be killed.
    @Test func itEndsWhenAsked() async throws {
        try await DockerWorld.with(service: .isso) { world in
            try await Isso.load(into: world.client)
            let scene = try await Scene("isso", in: world)
            let id = try await scene.run()
            try await scene.take(.stop(id, timeout: .seconds(60)))
            #expect(try await scene.only().state == .stopped("exited with 0"))
        }
    }
}
