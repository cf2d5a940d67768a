import Domain
import Foundation
import Testing

@testable import EngineDocker

/// What the kernel tells of processes that the engine may have forgotten.
@Suite struct ForgottenRunsTests {
    static let mine = String(repeating: "a", count: 64)
    static let other = String(repeating: "b", count: 64)

    /// A folder such as the kernel's.
    static func withProcesses(
        _ processes: [(container: String, volume: String)], at path: String = "/data",
        _ body: (ForgottenRuns) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-proc-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (number, process) in processes.enumerated() {
            let place = folder.appending(path: "\(100 + number)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let root = "/var/lib/docker/volumes/\(process.volume)/_data"
            let mount = "690 680 254:0 \(root) \(path) rw,relatime master:1 - ext4 /dev/vda rw\n"
            try mount.write(
                to: place.appending(path: "mountinfo"), atomically: true, encoding: .utf8)
            try "0::/docker/\(process.container)\n".write(
                to: place.appending(path: "cgroup"), atomically: true, encoding: .utf8)
        }
        try await body(ForgottenRuns(folder: folder.path()))
    }

    @Test func containersAreFoundByTheVolumesOfTheirProcesses() async throws {
        let processes = [
            (Self.other, "hf-a-g1"), (Self.mine, "hf-a-g1"), (Self.mine, "hf-a-g1"),
            (Self.other, "hf-a-g10"), ("user.slice", "hf-a-g2"),
        ]
        try await Self.withProcesses(processes) { runs in
            #expect(runs.containers(with: [mount("hf-a-g1")]) == [Self.mine, Self.other])
            #expect(runs.containers(with: [mount("hf-a-g10")]) == [Self.other])
            // The machine's own mounts are nobody's writing.
            #expect(runs.containers(with: [mount("hf-a-g2")]) == [])
            #expect(runs.containers(with: []) == [])
        }
        #expect(ForgottenRuns(folder: "/nowhere").containers(with: [mount("hf-a-g1")]) == [])
    }

    /// Where sizes are enforced, the table of mounts names a device in place of the volume.
    @Test func volumesWithFoldersOfTheirOwnAreFoundByThese() async throws {
        try await Self.withProcesses([(Self.mine, "elsewhere")]) { runs in
            let manager = FileManager.default
            let root = URL(filePath: "\(runs.folder)/100/root")
            let places = manager.temporaryDirectory.appending(path: "holdfast-\(UUID().uuidString)")
            defer { try? manager.removeItem(at: places) }
            let (own, other) = (places.appending(path: "own"), places.appending(path: "other"))
            for place in [own, other, root] {
                try manager.createDirectory(at: place, withIntermediateDirectories: true)
            }
            try manager.createSymbolicLink(
                at: root.appending(path: "data"), withDestinationURL: own)
            let claim = ClaimName("hf-a-g1")
            let found = { (folder: URL) in
                runs.containers(with: [mount("hf-a-g1")], at: [claim: folder.path()])
            }
            #expect(found(own) == [Self.mine])
            #expect(found(other) == [])
            #expect(found(places.appending(path: "gone")) == [])
        }
    }

    /// The engine itself mounts a volume when files are put into it.
    @Test func theEnginesOwnMountsAreNobodysWriting() async throws {
        let place = "/var/lib/docker/overlay2/0123/merged/data"
        try await Self.withProcesses([(Self.mine, "hf-a-g1")], at: place) { runs in
            #expect(runs.containers(with: [mount("hf-a-g1")]) == [])
        }
    }

    private func mount(_ claim: String) -> Workload.Mount {
        Workload.Mount(claim: ClaimName(claim), path: "/data", owner: nil)
    }
}
