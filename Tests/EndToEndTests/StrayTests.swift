import DockerAPI
import RealWorld
import TestSupport
import Testing
import Wire

/// What somebody has made by hand at the engine, with the installation's label or without.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct StrayTests {
    @Test func whatBelongsToNobodyGoesOnlyWhenItIsConfirmed() async throws {
        try await Install.with { install in
            let server = try await install.serve(["--undo-window", "2s", "--orphan-span", "3s"])
            let (admin, customer) = (
                try await install.admin(of: server), try await install.customer(of: server)
            )
            let made = try await customer.subscribed()
            let own = try #require(made.instance.volumeClaimName)
            let name = try Install.name(in: own, of: made.instance.name)
            // Its container is there, stopped, all the while.
            try await customer.order(.stop, made.id)
            let stranger = try await Self.plant(install, name)
            let report = try await Self.removable(2, admin)
            #expect(
                Set(report.orphans.map(\.name)) == ["hf-\(name)-handmade", "handmade-\(name)"])
            #expect(Set(report.orphans.map(\.kind)) == ["claim", "workload"])
            let debug: DebugReply = try await admin.get("admin/pods/debug")
            #expect(debug.strays.count == 2)
            #expect(debug.items.map(\.disagreements) == [[]])
            #expect(try await install.volumes(of: name).contains("hf-\(name)-handmade"))

            let done = try await admin.send(
                .POST, "admin/pods/cleanup-orphaned", json: CleanupBody(digest: report.digest))
            #expect(done.status == 200, "\(done.text)")
            try await eventually("They do not go.") { () -> Void? in
                let left = try await install.volumes(of: name)
                return left == [own, stranger] ? () : nil
            }
            _ = try await eventually("They are still called orphans.") {
                let rest = try await Self.orphans(admin)
                return rest.orphans.isEmpty ? rest : nil
            }
            #expect(try await install.containers(of: name).count == 1)
            let started = try await customer.order(.start, made.id)
            #expect(started.instance.status == "RUNNING")
        }
    }

    @Test func whatIsTakenBackStays() async throws {
        try await Install.with { install in
            let server = try await install.serve(["--undo-window", "72h", "--orphan-span", "3s"])
            let (admin, customer) = (
                try await install.admin(of: server), try await install.customer(of: server)
            )
            let made = try await customer.subscribed()
            let name = try Install.name(
                in: #require(made.instance.volumeClaimName), of: made.instance.name)
            _ = try await Self.plant(install, name)
            let report = try await Self.removable(2, admin)
            let early = try await admin.send(
                .POST, "admin/pods/cleanup-orphaned", json: CleanupBody(digest: "early"))
            #expect(early.status == 409)
            #expect(try early.read(Problem.self).report?.digest == report.digest)
            let done: OrphansReply = try await admin.send(
                .POST, "admin/pods/cleanup-orphaned", json: CleanupBody(digest: report.digest)
            ).read()
            #expect(done.orphans.map(\.state) == ["condemned", "condemned"])
            let undone: OrphansReply = try await admin.send(
                .POST, "admin/pods/cleanup-orphaned/undo"
            ).read()
            #expect(undone.orphans.map(\.state) == ["seen", "seen"])
            #expect(try await install.volumes(of: name).count == 3)
        }
    }

    /// A volume and a container with the installation's label; and a volume that is somebody
    /// else's, with a name like Holdfast's, which is answered.
    private static func plant(_ install: Install, _ name: String) async throws -> String {
        let labels = ["holdfast.install": name, "holdfast.claim": "made-by-hand"]
        let stranger = "hf-\(name)-stranger"
        _ = try await install.docker.createVolume(
            VolumeBody(name: "hf-\(name)-handmade", labels: labels))
        _ = try await install.docker.createVolume(VolumeBody(name: stranger))
        _ = try await install.docker.createContainer(
            "handmade-\(name)",
            ContainerBody(image: Isso.image, labels: ["holdfast.install": name]))
        return stranger
    }

    private static func orphans(_ admin: Visitor) async throws -> OrphansReply {
        try await admin.send(.POST, "admin/pods/cleanup-orphaned").read()
    }

    private static func removable(_ count: Int, _ admin: Visitor) async throws -> OrphansReply {
        try await eventually("They do not become removable.") {
            let report = try await orphans(admin)
            return report.orphans.count { $0.removable } == count ? report : nil
        }
    }
}
