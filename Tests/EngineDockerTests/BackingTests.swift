import Conformance
import DockerAPI
import Domain
import EngineDocker
import Foundation
import RealWorld
import TestSupport
import Testing

/// Sizes that are enforced, on real file systems.
@Suite(.needsDocker, .needsBusybox, .needsLoopDisks, .inDockerWorld(within: .seconds(300)))
struct BackingTests {
    /// Writes until it cannot write any more, and answers the checksum of all that is there.
    private func fill(_ claim: ClaimName, _ world: DockerWorld, file: String) async throws {
        let (code, output) = try await world.run(
            [
                "/bin/busybox", "sh", "-c",
                "/bin/busybox dd if=/dev/zero of=/claim/\(file) bs=65536 2>&1; sync; exit 0",
            ], on: claim)
        #expect(code == 0)
        let isRefused = output.contains { line in
            line.contains("No space left") || line.contains("quota exceeded")
        }
        #expect(isRefused, "\(output)")
    }

    private func checksum(_ claim: ClaimName, _ world: DockerWorld) async throws -> [String] {
        let (code, output) = try await world.run(
            ["/bin/busybox", "md5sum", "/claim/precious"], on: claim)
        #expect(code == 0, "\(output)")
        return output
    }

    @Test(arguments: LoopDisk.Kind.allCases)
    func aFullVolumeHarmsNobodyAndGrowsWhileItsServiceRuns(_ kind: LoopDisk.Kind) async throws {
        try await DockerWorld.with(kind) { world, _ in
            let (scene, other) = (
                try await Scene(in: world), try await Scene("other", in: world)
            )
            let (claim, neighbour) = (try scene.claim(), try other.claim().name)
            try await scene.run()
            try await other.run()
            let random = "/bin/busybox head -c 3000000 /dev/urandom >/claim/precious"
            try await world.run(["/bin/busybox", "sh", "-c", random], on: claim.name)
            let before = try await checksum(claim.name, world)
            try await fill(claim.name, world, file: "one")

            let full = try #require(try await world.usage(of: claim.name))
            #expect(full.enforcedSize == claim.size)
            #expect(full.used.count * 100 >= claim.size.count * 95, "\(full)")
            #expect(full.used <= claim.size)
            // Room for everybody else, on the same disk.
            try await world.write("well", to: "note", in: neighbour)
            #expect(try await world.read("note", in: neighbour) == "well")

            let run = try await scene.only().state.run
            let uid = try #require(try await scene.observe().claims[claim.name]).uid
            let larger = Bytes(3 * claim.size.count)
            try await scene.take(.grow(claim.name, uid, to: larger))
            #expect(try await scene.observe().claims[claim.name]?.enforcedSize == larger)
            try await fill(claim.name, world, file: "two")
            let grown = try #require(try await world.usage(of: claim.name))
            #expect(grown.used.count * 100 >= larger.count * 95, "\(grown)")
            #expect(grown.used <= larger)
            #expect(try await scene.only().state.run == run)
            #expect(try await checksum(claim.name, world) == before)
        }
    }

    /// The volume goes first, then what it stood on; a crash may come in between.
    @Test(arguments: LoopDisk.Kind.allCases)
    func aDestructionThatWasCutShortIsEnded(_ kind: LoopDisk.Kind) async throws {
        try await DockerWorld.with(kind) { world, disk in
            var scene = try await Scene(in: world)
            let claim = try scene.claim()
            try await scene.take(.createClaim(claim))
            try await world.write("precious", to: "note", in: claim.name)
            let uid = try #require(try await scene.observe().claims[claim.name]).uid
            scene.desired.claims = []
            scene.desired.retired = [
                Desired.Retired(
                    volumeID: claim.volumeID, name: claim.name, uid: uid,
                    ticket: TicketID("ticket"), notBefore: Instant(milliseconds: 0),
                    hasBegun: true)
            ]
            try await world.removeClaim(claim.name)
            #expect(try await scene.observe().claims[claim.name]?.uid == uid)
            // Never under another's ticket.
            try await scene.engine.destroyForTest(claim.name, uid: ClaimUID("another"))
            #expect(try await scene.observe().claims[claim.name]?.uid == uid)
            try await scene.engine.destroyForTest(claim.name, uid: uid)
            #expect(try await scene.observe().claims == [:])
            #expect(!FileManager.default.fileExists(atPath: "\(disk.path)/\(claim.name)"))
        }
    }

    /// Bytes that are gone must not be taken for an empty volume.
    @Test(arguments: LoopDisk.Kind.allCases)
    func aVolumeWithoutItsBytesIsLost(_ kind: LoopDisk.Kind) async throws {
        try await DockerWorld.with(kind) { world, disk in
            let scene = try await Scene(in: world)
            let claim = try scene.claim()
            let id = try await scene.run()
            try await scene.take(.stop(id, timeout: .seconds(5)))
            disk.unmountPlaces()
            let place = "\(disk.path)/\(claim.name)"
            try FileManager.default.moveItem(atPath: place, toPath: "\(disk.path)/elsewhere")
            #expect(try await scene.observe().claims == [:])
            await #expect(throws: (any Error).self) {
                try await world.client.startContainer(id.rawValue)
            }
            let start = Act.start(id, scene.workload)
            await scene.expectFailure({ _ in true }) { () throws(EngineFailure) in
                try await scene.take(start)
            }
            #expect(!FileManager.default.fileExists(atPath: place))
            try FileManager.default.moveItem(atPath: "\(disk.path)/elsewhere", toPath: place)
            try await scene.take(start)
            try await scene.untilReady()
            #expect(try await world.read("runs", in: claim.name) == "run\nrun")
        }
    }

    /// The machine was started anew: the engine alone must not start on an empty folder.
    @Test func anXFSVolumeIsMountedBeforeItsServiceStarts() async throws {
        try await DockerWorld.with(.xfs) { world, disk in
            let scene = try await Scene(in: world)
            let claim = try scene.claim()
            let id = try await scene.run()
            try await scene.take(.stop(id, timeout: .seconds(5)))
            disk.unmountPlaces()
            await #expect(throws: (any Error).self) {
                try await world.client.startContainer(id.rawValue)
            }
            let seen = try #require(try await scene.observe().claims[claim.name])
            #expect(seen.enforcedSize == nil)
            try await scene.take(.start(id, scene.workload))
            try await scene.untilReady()
            #expect(try await world.read("runs", in: claim.name) == "run\nrun")
            #expect(try await scene.observe().claims[claim.name]?.enforcedSize == claim.size)
        }
    }

    /// A start without the backing that a volume was made with would destroy half of it.
    @Test func aVolumeIsNotDestroyedWithoutKnowingWhatItStandsOn() async throws {
        try await DockerWorld.with(.btrfs) { world, _ in
            let scene = try await Scene(in: world)
            let claim = try scene.claim()
            try await scene.take(.createClaim(claim))
            let uid = try #require(try await scene.observe().claims[claim.name]).uid
            let plain = try DockerWorld.engine(at: Daemon.endpoint(), world.install)
            await scene.expectFailure({ $0.message.contains("--volume-backing btrfs") }) {
                () throws(EngineFailure) in
                try await plain.destroyForTest(claim.name, uid: uid)
            }
            await plain.close()
            #expect(try await scene.observe().claims[claim.name]?.uid == uid)
        }
    }

    @Test func filesOfOthersAreNotTakenForAVolume() async throws {
        try await DockerWorld.with(.btrfs) { world, disk in
            let scene = try await Scene(in: world)
            let claim = try scene.claim()
            let folder = "\(disk.path)/\(claim.name)/data"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try Data("theirs".utf8).write(to: URL(filePath: "\(folder)/note"))
            await scene.expectStale { () throws(EngineFailure) in
                try await scene.take(.createClaim(claim))
            }
            #expect(FileManager.default.contents(atPath: "\(folder)/note") == Data("theirs".utf8))
            #expect(try await scene.observe().claims == [:])
        }
    }
}

extension DockerWorld {
    /// As measured; asked again while the engine is measuring for somebody else.
    fileprivate func usage(of claim: ClaimName) async throws -> ClaimUsage? {
        for _ in 0..<100 {
            if let usage = try? await docker.usage() { return usage[claim] }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try await docker.usage()[claim]
    }
}
