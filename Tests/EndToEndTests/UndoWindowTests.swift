import RealWorld
import TestSupport
import Testing
import Wire

/// What a reset retires is kept for the window that held when it was asked for, and then goes.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct UndoWindowTests {
    @Test func retiredVolumesGoWhenTheirWindowIsOverAndNotBefore() async throws {
        try await Install.with { install in
            let patient = try await install.serve(["--undo-window", "72h"])
            var customer = try await install.customer(of: patient)
            let made = try await customer.subscribed()
            let first = try #require(made.instance.volumeClaimName)
            let reset = try await customer.order(.reset, made.id, confirm: made.instance.name)
            let second = try #require(reset.instance.volumeClaimName)
            #expect(reset.undo?.generation == 1)
            #expect(try await patient.run.terminate() == 0)

            let hasty = try await install.serve(["--undo-window", "1s"])
            customer.server = hasty.url
            let url = try #require(made.instance.url)
            try await Isso.post("doomed", to: url)
            try await customer.order(.reset, made.id, confirm: made.instance.name)
            try await Isso.post("stay", to: url)
            let after = try await eventually("The volume is not destroyed.") {
                let seen = try await customer.subscription(made.id)
                let volume = seen.instance.volumes.first { $0.volumeClaimName == second }
                return volume.map { $0.state == "destroyed" } ?? true ? seen : nil
            }
            let name = try Install.name(in: first, of: made.instance.name)
            let attached = try #require(after.instance.volumeClaimName)
            #expect(try await install.volumes(of: name) == [first, attached])
            #expect(try await Isso.comments(at: url) == ["stay"])
            try await expectProof(second, install.admin(of: hasty))
        }
    }

    /// The audit tells under which ticket it went, who had confirmed that, and how it was seen.
    private func expectProof(_ claim: String, _ admin: Visitor) async throws {
        let audit: PageReply<AuditReply> = try await admin.get("admin/audit?limit=200")
        let story = audit.items.reversed().filter { $0.details["claim"] == claim }
        #expect(
            story.map(\.action) == [
                "volume.bind", "volume.retire", "volume.destroy-begun", "volume.destroyed",
            ])
        let last = try #require(story.last?.details)
        #expect(last["ticket"] == story[1].details["ticket"])
        #expect(last["reason"] == "reset")
        #expect(last["confirmation"]?.hasPrefix("isso-") == true)
        #expect(last["proof"] == "the engine answered that it does not exist")
        #expect(audit.items.count { $0.action == "volume.destroyed" } == 1)
    }
}
