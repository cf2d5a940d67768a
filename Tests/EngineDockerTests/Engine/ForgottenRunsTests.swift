import Domain
import EngineDocker
import Foundation
import Testing

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
