package import Domain
import FoundationEssentials
import Glibc

/// Finds containers whose processes have volumes mounted, by asking the kernel of this machine.
///
/// Measured on Docker 20.10.24: a daemon that is killed while it starts a container may come back
/// without knowing of the process, which runs on; the engine then says that the container has
/// ended, and lets it be removed. Of an engine on another machine, in another process namespace,
/// or without the right to look at the processes of others, nothing is seen.
package struct ForgottenRuns: Sendable {
    /// Where the kernel tells of processes.
    let folder: String

    package init(folder: String = "/proc") { self.folder = folder }

    /// The ids of the containers, in order. A mount at another place is none of a service: each
    /// process that is about to enter a container briefly has all the mounts of the engine itself.
    ///
    /// - Parameter folders: Of those volumes whose bytes are not in the engine's own folder; the
    ///   table of mounts does not tell these by the name of the volume.
    package func containers(
        with mounts: [Workload.Mount], at folders: [ClaimName: String] = [:]
    ) -> [String] {
        let places = mounts.map { "/volumes/\($0.claim)/_data \($0.path) " }
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let found = processes.compactMap { process -> String? in
            guard Int32(process) != nil, let id = container(of: process) else { return nil }
            let table = text(process, "mountinfo")
            let hasOne =
                places.contains { table.contains($0) }
                || mounts.contains { mount in
                    folders[mount.claim].flatMap(Self.file)
                        .map { $0 == Self.file("\(folder)/\(process)/root\(mount.path)") } ?? false
                }
            return hasOne ? id : nil
        }
        return Set(found).sorted()
    }

    /// What makes two paths the same folder: device and number.
    private static func file(_ path: String) -> [UInt64]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }

    /// Engines put each container into a control group that bears its id. Only such processes
    /// count: the mounts of others are the machine's own. Where an engine runs in a container of
    /// another, the inner one's id is the last.
    private func container(of process: String) -> String? {
        text(process, "cgroup").matches(of: /[0-9a-f]{64}/).last.map { String($0.0) }
    }

    /// Empty where the process has ended meanwhile, or is not for us to see.
    private func text(_ process: String, _ file: String) -> String {
        FileSystem.kernelText("\(folder)/\(process)/\(file)")
    }
}
