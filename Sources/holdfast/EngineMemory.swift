import Foundation

/// Remembers beside the data which engine has the services' volumes.
struct EngineMemory: Sendable {
    private let folder: String

    init(folder: String) { self.folder = folder }

    private var path: String { "\(folder)/engine" }

    /// Its `DOCKER_HOST`; `nil` before the first time.
    var host: String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let host = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return host.isEmpty ? nil : host
    }

    /// Best effort: without it, the next start looks for an engine again.
    func keep(_ host: String) {
        try? Data("\(host)\n".utf8).write(to: URL(filePath: path), options: .atomic)
    }
}
