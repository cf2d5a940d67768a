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
        let processes = try parts.map { (part: $0, id: try process($0)) }
        for process in processes { Glibc.kill(process.id, SIGKILL) }
        for process in processes {
            try await eventually("\(process.part) does not die.") {
                name(of: process.id) == process.part.rawValue ? nil : ()
            }
        }
        try await Task.sleep(for: absence)
    }

    private func process(_ part: Part) throws -> pid_t {
        let text = try String(
            contentsOf: folder.appending(path: "\(part.rawValue).pid"), encoding: .utf8)
        let process = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        try #require(name(of: process) == part.rawValue, "\(process) is not \(part).")
        return process
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
