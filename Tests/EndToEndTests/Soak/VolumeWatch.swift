import Foundation
import Glibc

/// Sees which processes have volumes mounted. It asks the kernel, which knows also while the
/// engine is dead, and of processes that the engine has forgotten.
struct VolumeWatch: Sendable {
    /// A process of a container, and the volumes in its mount namespace.
    struct User: Sendable {
        var process: pid_t
        /// The container and the namespace: each run of a container has a namespace of its own.
        var run: String
        var volumes: [String]
    }

    /// How often it looks: a run that began too early would take longer to get to its first write.
    private static let interval = Duration.milliseconds(20)

    let daemon: MortalDaemon

    /// Tells the chronicle whatever changes, until the task is cancelled.
    func run(_ chronicle: Chronicle) async {
        while !Task.isCancelled {
            var runs: [String: Set<String>] = [:]
            for user in users() {
                for volume in user.volumes { runs[volume, default: []].insert(user.run) }
            }
            chronicle.see(runs)
            try? await Task.sleep(for: Self.interval)
        }
    }

    func users() -> [User] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        var volumes: [String: [String]] = [:]
        return names.compactMap { pid_t($0) }.sorted().compactMap { process in
            guard let container = container(of: process), let space = namespace(of: process)
            else { return nil }
            let mounted = volumes[space] ?? self.volumes(seenBy: process)
            // Whoever has changed the namespace meanwhile is seen at the next look.
            guard !mounted.isEmpty, namespace(of: process) == space else { return nil }
            volumes[space] = mounted
            return User(process: process, run: "\(container)/\(space)", volumes: mounted)
        }
    }

    /// The engine puts each container into a control group that bears its id.
    private func container(of process: pid_t) -> String? {
        guard let groups = text(process, "cgroup"),
            let place = groups.firstRange(of: "/\(folderName)/")
        else { return nil }
        return String(groups[place.upperBound...].prefix(12))
    }

    private var folderName: String { daemon.folder.lastPathComponent }

    private func namespace(of process: pid_t) -> String? {
        let link = try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/\(process)/ns/mnt")
        return link.map { String($0.filter(\.isNumber)) }
    }

    /// What is mounted where Isso keeps its data. Elsewhere there are mounts of the engine itself,
    /// which each process has until it has entered its container.
    /// https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
    private func volumes(seenBy process: pid_t) -> [String] {
        (text(process, "mountinfo") ?? "").split(separator: "\n").compactMap { line in
            line.firstMatch(of: #/\/volumes\/([^\/ ]+)\/_data \/data /#).map { String($0.1) }
        }
    }

    /// `nil` where the process has ended meanwhile.
    private func text(_ process: pid_t, _ file: String) -> String? {
        try? String(contentsOfFile: "/proc/\(process)/\(file)", encoding: .utf8)
    }
}
