import DockerAPI
import RealWorld
import TestSupport
import Testing
import Wire

/// A volume that held data and is gone: a call for help, and never an empty one in its place.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct LostVolumeTests {
    @Test func aVolumeThatIsGoneIsNotMadeAnew() async throws {
        try await Install.with { install in
            var server = try await install.serve()
            var customer = try await install.customer(of: server)
            let made = try await customer.subscribed()
            let url = try #require(made.instance.url)
            try await Isso.post("first", to: url)
            let reset = try await customer.order(.reset, made.id, confirm: made.instance.name)

            try await lose(reset, server, install)
            server = try await install.serve()
            customer.server = server.url
            try await expectLost(reset, customer, install)
            let failed = try await customer.send(.POST, "subscriptions/\(made.id)/restart-pod")
            let ended = try await customer.ended(failed.read(OperationReply.self).id)
            #expect(ended.state == "failed")
            #expect(ended.message?.contains("is missing. Nothing was made") == true)

            let undone = try await customer.order(.undo, made.id)
            #expect(undone.instance.status == "RUNNING")
            #expect(try await Isso.comments(at: url) == ["first"])

            try await lose(undone, server, install)
            server = try await install.serve()
            customer.server = server.url
            try await expectLost(undone, customer, install)
            let fresh = try await customer.order(.reset, made.id, confirm: made.instance.name)
            #expect(fresh.instance.status == "RUNNING")
            #expect(fresh.instance.generation == 3)
            #expect(try await Isso.comments(at: url) == [])
        }
    }

    /// While Holdfast is dead, so that nothing comes in between.
    private func lose(
        _ service: SubscriptionReply, _ server: Server, _ install: Install
    ) async throws {
        await server.run.kill()
        let container = try await install.container(of: service)
        try await install.removeByHand(container.id)
        try await install.removeByHand(volume: #require(service.instance.volumeClaimName))
    }

    private func expectLost(
        _ service: SubscriptionReply, _ customer: Visitor, _ install: Install
    ) async throws {
        let claim = try #require(service.instance.volumeClaimName)
        let lost = try await customer.subscription(service.id, in: "LOST")
        #expect(lost.instance.volumeStatus == "Lost")
        #expect(lost.instance.message?.contains(claim) == true)
        let alert = try await customer.events(service.id).first { $0.severity == "alert" }
        #expect(alert?.kind == "volume-lost")
        #expect(alert?.message.contains(claim) == true)
        let name = try Install.name(in: claim, of: service.instance.name)
        #expect(try await !install.volumes(of: name).contains(claim))
        #expect(try await install.containers(of: name).isEmpty)
    }
}
