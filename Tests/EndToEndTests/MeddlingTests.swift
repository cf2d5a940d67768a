import DockerAPI
import RealWorld
import TestSupport
import Testing
import Wire

/// What somebody does to a container by hand is put right, on the same volume.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct MeddlingTests {
    /// Something done behind Holdfast's back, and the event that tells its owner.
    private struct Prank: Sendable {
        var name: String
        var event: String
        var play:
            @Sendable (_ container: ContainerInspection, _ install: Install) async throws -> Void
    }

    private static let pranks = [
        Prank(name: "removed", event: "workload-missing") { container, install in
            try await install.removeByHand(container.id)
        },
        Prank(name: "killed", event: "workload-stopped") { container, install in
            try await install.docker.killContainer(container.id)
        },
        Prank(name: "stopped", event: "workload-stopped") { container, install in
            try await install.docker.stopContainer(container.id, timeout: .seconds(10))
        },
        Prank(name: "renamed", event: "workload-edited") { container, install in
            try await install.docker.renameContainer(
                container.id, to: "renamed-\(install.ports.lowerBound)")
        },
        Prank(name: "edited", event: "workload-edited") { container, install in
            let memory = 2 * (container.host.memory ?? 0)
            try await install.docker.updateContainer(
                container.id, UpdateBody(memory: memory, memorySwap: memory))
        },
        Prank(name: "paused", event: "workload-edited") { container, install in
            try await install.docker.pauseContainer(container.id)
        },
    ]

    @Test func whateverIsDoneToAContainerIsPutRight() async throws {
        try await Install.with { install in
            let server = try await install.serve()
            let customer = try await install.customer(of: server)
            let made = try await customer.subscribed()
            let url = try #require(made.instance.url)
            try await Isso.post("stay", to: url)
            for prank in Self.pranks {
                let last = try await customer.events(made.id).first?.sequence ?? 0
                let before = try await install.container(of: made)
                try await prank.play(before, install)
                _ = try await eventually("It was \(prank.name), and nobody was told.") {
                    try await customer.events(made.id)
                        .first { $0.sequence > last && $0.kind == prank.event }
                }
                try await expectAnotherRun(than: before, of: made, install)
                let mended = try await customer.subscription(made.id, in: "RUNNING")
                #expect(try await Isso.comments(at: url) == ["stay"], "\(prank.name)")
                #expect(mended.instance.volumeClaimName == made.instance.volumeClaimName)
                try await install.expectAccounted([mended])
                let container = try await install.container(of: mended)
                #expect(container.name.hasSuffix("-\(made.instance.name)"))
                #expect(container.host.memory == 256 << 20)
                let new = try await customer.events(made.id).filter { $0.sequence > last }
                // Whoever removes a container kills it first, and that may be mended meanwhile.
                let told = Set(new.map(\.kind)).subtracting(
                    prank.name == "removed" ? ["workload-stopped"] : [])
                #expect(told == [prank.event], "\(prank.name)")
            }
        }
    }

    private func expectAnotherRun(
        than before: ContainerInspection, of service: SubscriptionReply, _ install: Install
    ) async throws {
        let claim = try #require(service.instance.volumeClaimName)
        try await eventually("It does not run anew.") { () -> Void? in
            let users = try await install.users(of: claim).filter { $0.state == "running" }
            guard let user = users.first else { return nil }
            let seen = try? await install.docker.inspectContainer(user.id)
            return seen?.state.startedAt != before.state.startedAt ? () : nil
        }
    }
}
