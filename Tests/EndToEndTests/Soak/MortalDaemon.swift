import Foundation
import Glibc
import Testing

/// The parts of a Docker engine that was started for these tests alone, as
/// `scripts/with-docker --mortal` does it: nobody else's daemon is ever killed.
struct MortalDaemon: Sendable {
    enum Part: String, Sendable { case dockerd, containerd }

    private static let variable = "HOLDFAST_MORTAL_DOCKER"

    let folder: URL

    static var isThere: Bool { ProcessInfo.processInfo.environment[variable] != nil }

    init() throws {
        let path = try #require(ProcessInfo.processInfo.environment[Self.variable])
        folder = URL(filePath: path, directoryHint: .isDirectory)
    }

    /// Where the engine keeps the files of a volume.
    func files(of volume: String) -> URL {
        folder.appending(path: "data/volumes/\(volume)/_data", directoryHint: .isDirectory)
    }

    /// Kills parts of the engine all at once, and lets them come back after a while.
    func kill(_ parts: [Part], for absence: Duration) async throws {
        let hold = folder.appending(path: "hold")
        try Data().write(to: hold)
        defer { try? FileManager.default.removeItem(at: hold) }
        var processes: [(part: Part, id: pid_t)] = []
        for part in parts {
            // Somebody else may just have restarted it.
            processes.append((part, try await eventually("There is no \(part).") { process(part) }))
        }
        for process in processes { Glibc.kill(process.id, SIGKILL) }
        for process in processes {
            try await eventually("\(process.part) does not die.") {
                name(of: process.id) == process.part.rawValue ? nil : ()
            }
        }
        try await Task.sleep(for: absence)
    }

    /// As the machine's administrator does it: the daemon ends in good order, and comes back.
    func restart() async throws {
        guard let process = process(.dockerd) else { return }
        Glibc.kill(process, SIGTERM)
        try await eventually("dockerd does not end.") {
            name(of: process) == Part.dockerd.rawValue ? nil : ()
        }
    }

    /// Ends whatever containerd still runs of a container: with its shim, containerd takes the
    /// processes away.
    func endShim(of container: String) throws {
        for process in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
            guard let number = pid_t(process) else { continue }
            let line = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
            let words = (line ?? "").split(separator: "\0")
            let isShim = words.first?.contains("containerd-shim") ?? false
            if isShim, words.contains(container[...]) { Glibc.kill(number, SIGKILL) }
        }
    }

    /// `nil` while it is away. A number that another process has meanwhile does not count.
    private func process(_ part: Part) -> pid_t? {
        let file = folder.appending(path: "\(part.rawValue).pid")
        let text = try? String(contentsOf: file, encoding: .utf8)
        let process = text.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        return process.flatMap { name(of: $0) == part.rawValue ? $0 : nil }
    }

    private func name(of process: pid_t) -> String? {
        try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension Trait where Self == ConditionTrait {
    static var needsMortalDaemon: Self {
        .enabled(
            if: MortalDaemon.isThere,
            "It kills the Docker daemon, so it needs one of its own: scripts/with-docker --mortal.")
    }
}
