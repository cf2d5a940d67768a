import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// A volume that can hold no more than its size: its owner is told, nothing is lost, and a larger
/// variant gives it room while the service runs.
@Suite(.needsDocker, .needsIsso, .needsLoopDisks, .inInstall(within: .seconds(600)))
struct FullVolumeTests {
    private static let precious = Data((0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 * 7) })

    @Test func aFullVolumeIsToldAndGrowsByItsVariant() async throws {
        let disk = try LoopDisk(.btrfs, megabytes: 1024)
        try await Install.with { install in
            let server = try await install.serve([
                "--volume-backing", "btrfs", "--volumes", disk.path, "--measure-interval", "1s",
            ])
            let customer = try await install.customer(of: server)
            let made = try await customer.subscribed()
            let url = try #require(made.instance.url)
            try await Isso.post("stay", to: url)
            let folder = try "\(disk.path)/\(#require(made.instance.volumeClaimName))/data"
            try Self.precious.write(to: URL(filePath: "\(folder)/precious"))
            fill("\(folder)/one")

            let full = try await told(made.id, customer) { $0 != nil }
            #expect(full.instance.status == "RUNNING")
            let message = try #require(full.instance.message)
            #expect(message.contains("Volume data is full"), "\(message)")
            #expect(message.contains("Change to variant Basic (250 MiB)"), "\(message)")
            #expect(full.instance.volumes[0].sizeEnforced == true)
            #expect(full.instance.volumes[0].used ?? 0 > 95 << 20)
            let before = try await install.container(of: full)

            let begun: OperationReply = try await customer.send(
                .POST, "subscriptions/\(made.id)/change-variant",
                json: VariantBody(variant: "Basic")
            ).read()
            try await customer.succeeded(begun.id)
            let grown = try await told(made.id, customer) { $0 == nil }
            #expect(grown.instance.volumeSize == "250Mi")
            #expect(grown.instance.volumeClaimName == made.instance.volumeClaimName)
            #expect(try await install.container(of: grown).mounts == before.mounts)
            try Data(count: 50 << 20).write(to: URL(filePath: "\(folder)/two"))
            try await Isso.post("again", to: url)
            #expect(try await Isso.comments(at: url) == ["stay", "again"])
            #expect(FileManager.default.contents(atPath: "\(folder)/precious") == Self.precious)
            try await expectShown(server, install)
            try await expectKeptUntilItsTicket(grown, customer, install, folder)
        }
    }

    /// Until nothing more goes in.
    private func fill(_ path: String) {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { return }
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        while (try? file.write(contentsOf: Data(count: 1 << 20))) != nil {}
        // What was promised may still be refused when it goes to the disk.
        try? file.synchronize()
        try? file.close()
    }

    private func told(
        _ id: String, _ customer: Visitor, _ isSo: (String?) -> Bool
    ) async throws -> SubscriptionReply {
        try await eventually("It is not told.") {
            let seen = try await customer.subscription(id)
            return isSo(seen.instance.message) && seen.instance.status == "RUNNING" ? seen : nil
        }
    }

    private func expectShown(_ server: Server, _ install: Install) async throws {
        let engine: EngineReply = try await install.admin(of: server).get("admin/engine")
        #expect(engine.abilities?.sizes == "enforced")
        #expect(engine.abilities?.enforcedBy == "btrfs")
        #expect(engine.abilities?.growth == "online")
    }

    /// A retired volume keeps what it stands on, and an undo has all of it back.
    private func expectKeptUntilItsTicket(
        _ service: SubscriptionReply, _ customer: Visitor, _ install: Install, _ folder: String
    ) async throws {
        try await customer.order(.reset, service.id, confirm: service.instance.name)
        #expect(FileManager.default.contents(atPath: "\(folder)/precious") == Self.precious)
        try await customer.order(.undo, service.id)
        let url = try #require(service.instance.url)
        #expect(try await Isso.comments(at: url) == ["stay", "again"])
    }

    @Test func whatCannotBeEnforcedKeepsTheServerFromStarting() async throws {
        try await Install.with { install in
            let run = try install.startServer([
                "--volume-backing", "btrfs", "--volumes", "/dev/shm/holdfast-no-btrfs",
            ])
            #expect(await run.ending.code != 0)
            #expect(run.complained.contains("is not on btrfs"), "\(run.complained)")
        }
        try? FileManager.default.removeItem(atPath: "/dev/shm/holdfast-no-btrfs")
    }
}
