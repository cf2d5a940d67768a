import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// An older copy of the data directory that is put back knows itself to be older: it destroys
/// nothing until an admin has decided.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct OlderCopyTests {
    /// What an undo has brought back would be destroyed under the ticket that the undo has
    /// voided, of which the copy knows nothing.
    @Test func aCopyFromBeforeAnUndoDestroysNothing() async throws {
        try await Install.with { install in
            var server = try await install.serve(["--undo-window", "30s"])
            var (admin, customer) = (
                try await install.admin(of: server), try await install.customer(of: server)
            )
            let made = try await customer.subscribed()
            let url = try #require(made.instance.url)
            try await Isso.post("first", to: url)
            let reset = try await customer.order(.reset, made.id, confirm: made.instance.name)
            let copy = try install.copyDatabase()
            let until = try #require(reset.undo?.until)
            try await customer.order(.undo, made.id)
            try await Isso.post("newest", to: url)
            await server.run.kill()
            try install.putBack(copy)
            try await Self.wait(until: until)

            server = try await install.serve(["--undo-window", "30s"])
            (admin.server, customer.server) = (server.url, server.url)
            let report = try await Self.quarantine(admin)
            #expect(report.claims == [])
            #expect(report.condemned == 1)
            #expect(report.engineEpoch.map { $0 > report.databaseEpoch } == true)
            // It was looked at since the window was over, and the service may still be used.
            try await customer.order(.restart, made.id)
            try await customer.order(.restart, made.id)
            let name = try Install.name(
                in: #require(made.instance.volumeClaimName), of: made.instance.name)
            #expect(try await install.volumes(of: name).count == 2)
            #expect(try await Isso.comments(at: url) == [])

            let ended = try await Self.decide("adopt", report, admin)
            #expect(!ended.inForce)
            let undone = try await customer.order(.undo, made.id)
            #expect(undone.instance.generation == 1)
            #expect(try await Isso.comments(at: url) == ["first", "newest"])
            let holds: PageReply<HoldReply> = try await admin.get("admin/holds")
            #expect(holds.items.map(\.inForce) == [false])
            try await Self.expectRecorded("quarantine.adopt", admin)
        }
    }

    @Test func aGenerationThatACopyNeverKnewIsAdopted() async throws {
        try await Install.with { install in
            var server = try await install.serve()
            var (admin, customer) = (
                try await install.admin(of: server), try await install.customer(of: server)
            )
            let (made, url) = try await Self.service(customer)
            let copy = try install.copyDatabase()
            let reset = try await customer.order(.reset, made.id, confirm: made.instance.name)
            try await Isso.post("newest", to: url)
            await server.run.kill()
            try install.putBack(copy)

            server = try await install.serve()
            (admin.server, customer.server) = (server.url, server.url)
            let report = try await Self.quarantine(admin)
            #expect(report.claims.map(\.name) == [reset.instance.volumeClaimName])
            #expect(report.claims.map(\.instance) == [made.instance.name])
            #expect(report.claims.map(\.adoptable) == [true])
            let wrong = try await admin.send(
                .POST, "admin/quarantine", json: QuarantineBody(decision: "adopt", confirm: "x"))
            #expect(wrong.status == 409)
            _ = try await Self.decide("adopt", report, admin)
            try await customer.order(.restart, made.id)
            #expect(try await Isso.comments(at: url) == ["older"])
            let undone = try await customer.order(.undo, made.id)
            #expect(undone.instance.volumeClaimName == reset.instance.volumeClaimName)
            #expect(try await Isso.comments(at: url) == ["newest"])
        }
    }

    /// As an admin does it at a terminal.
    @Test func aGenerationThatACopyNeverKnewIsDisowned() async throws {
        try await Install.with { install in
            var server = try await install.serve()
            var (admin, customer) = (
                try await install.admin(of: server), try await install.customer(of: server)
            )
            let (made, url) = try await Self.service(customer)
            let copy = try install.copyDatabase()
            let reset = try await customer.order(.reset, made.id, confirm: made.instance.name)
            await server.run.kill()
            try install.putBack(copy)

            let options = ["--undo-window", "2s", "--orphan-span", "3s"]
            server = try await install.serve(options)
            (admin.server, customer.server) = (server.url, server.url)
            let report = try await Self.quarantine(admin)
            let later = try #require(reset.instance.volumeClaimName)
            #expect(try await install.asAdmin("admin", "quarantine", at: server).contains(later))
            _ = try await install.asAdmin(
                "admin", "quarantine", "disown", "--confirm", report.digest, at: server)
            let digest = try await eventually("It does not become removable.") {
                let orphans: OrphansReply = try await admin.send(
                    .POST, "admin/pods/cleanup-orphaned"
                ).read()
                #expect(orphans.orphans.map(\.name) == [later])
                return orphans.orphans.allSatisfy(\.removable) ? orphans.digest : nil
            }
            _ = try await install.asAdmin("admin", "orphans", "--confirm", digest, at: server)
            let own = try #require(made.instance.volumeClaimName)
            let name = try Install.name(in: own, of: made.instance.name)
            try await eventually("It does not go.") { () -> Void? in
                try await install.volumes(of: name) == [own] ? () : nil
            }
            try await customer.order(.restart, made.id)
            #expect(try await Isso.comments(at: url) == ["older"])
            try await Self.expectRecorded("orphan.destroy-begun", admin)
        }
    }

    /// A copy of what has just been going on knows all that there is to know.
    @Test func aCopyOfTheLatestStateIsNoReason() async throws {
        try await Install.with { install in
            var server = try await install.serve()
            var (admin, customer) = (
                try await install.admin(of: server), try await install.customer(of: server)
            )
            let (made, url) = try await Self.service(customer)
            let copy = try install.copyDatabase()
            await server.run.kill()
            try install.putBack(copy)
            server = try await install.serve()
            (admin.server, customer.server) = (server.url, server.url)
            try await customer.order(.restart, made.id)
            #expect(try await Isso.comments(at: url) == ["older"])
            let report: DebugReply = try await admin.get("admin/pods/debug")
            #expect(report.holds == [])
            #expect(report.epoch.engine == report.epoch.database)
            #expect(report.items.map(\.disagreements) == [[]])
            #expect(report.strays == [] && report.unknown == [] && report.trouble == nil)
        }
    }

    /// As `docker container prune` does it. Nobody can tell then whether a copy was put back.
    @Test func whatTheEngineForgetsWhileNobodyWatchesIsAReason() async throws {
        try await Install.with { install in
            var server = try await install.serve()
            var admin = try await install.admin(of: server)
            let (made, url) = try await Self.service(try await install.customer(of: server))
            let name = try Install.name(
                in: #require(made.instance.volumeClaimName), of: made.instance.name)
            await server.run.kill()
            for witness in try await install.witnesses(of: name) {
                try await install.removeByHand(witness.id)
            }
            server = try await install.serve()
            admin.server = server.url
            // It is told again right after the quarantine has begun.
            let report = try await eventually("The engine is not told again.") {
                let report = try await Self.quarantine(admin)
                return report.engineEpoch == nil ? nil : report
            }
            #expect(report.claims == [])
            #expect(try await Isso.comments(at: url) == ["older"])
            #expect(try await !Self.decide("adopt", report, admin).inForce)
            #expect(try await install.witnesses(of: name).count == 1)
        }
    }

    private static func service(
        _ customer: Visitor
    ) async throws -> (made: SubscriptionReply, url: String) {
        let made = try await customer.subscribed()
        let url = try #require(made.instance.url)
        try await Isso.post("older", to: url)
        return (made, url)
    }

    private static func quarantine(_ admin: Visitor) async throws -> QuarantineReply {
        try await eventually("There is no quarantine.") {
            let report: QuarantineReply = try await admin.get("admin/quarantine")
            return report.inForce ? report : nil
        }
    }

    private static func decide(
        _ decision: String, _ report: QuarantineReply, _ admin: Visitor
    ) async throws -> QuarantineReply {
        try await admin.send(
            .POST, "admin/quarantine",
            json: QuarantineBody(decision: decision, confirm: report.digest)
        ).read()
    }

    /// The server's moment, which is this machine's.
    private static func wait(until moment: String) async throws {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let end = try style.parse(moment)
        try await eventually("The window does not end.") { () -> Void? in
            Date.now > end ? () : nil
        }
    }

    private static func expectRecorded(_ action: String, _ admin: Visitor) async throws {
        let audit: PageReply<AuditReply> = try await admin.get("admin/audit?limit=200")
        #expect(audit.items.contains { $0.action == action }, "\(action)")
    }
}
