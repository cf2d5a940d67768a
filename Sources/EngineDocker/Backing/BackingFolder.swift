package import Domain
import FoundationEssentials
import Glibc

/// The folder with the places of all claims: `<folder>/<claim>`, each with its identity beside
/// the bytes.
package struct BackingFolder: Equatable, Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package func place(of claim: ClaimName) -> String { "\(path)/\(claim)" }

    private func identity(of claim: ClaimName) -> String { "\(place(of: claim))/identity" }

    /// `nil` where there is no place, or none that was ever finished.
    package func uid(of claim: ClaimName) -> ClaimUID? {
        let text = try? String(contentsOfFile: identity(of: claim), encoding: .utf8)
        return text.map { ClaimUID($0) }
    }

    /// Those whose names begin so, in order.
    func claims(with prefix: String) -> [ClaimName] {
        (Self.content(of: path) ?? []).filter { $0.hasPrefix(prefix) }.sorted()
            .map { ClaimName($0) }
    }

    /// Root's alone: the folders in which services write have owners of their own.
    func makePlace(of claim: ClaimName) throws(EngineFailure) {
        guard mkdir(place(of: claim), 0o700) == 0 || errno == EEXIST else {
            throw Self.failure("make", place(of: claim))
        }
    }

    /// Durable when it returns.
    func identify(_ claim: ClaimName, as uid: ClaimUID) throws(EngineFailure) {
        let draft = "\(identity(of: claim)).new"
        do {
            try Data(uid.rawValue.utf8).write(to: URL(filePath: draft))
        } catch {
            throw .failed("Cannot write \(draft): \(error)")
        }
        try sync(draft)
        guard rename(draft, identity(of: claim)) == 0 else {
            throw Self.failure("write", identity(of: claim))
        }
        try sync(place(of: claim))
    }

    /// The end of a place whose bytes are gone.
    func forget(_ claim: ClaimName) throws(EngineFailure) {
        let file = identity(of: claim)
        guard unlink(file) == 0 || errno == ENOENT else { throw Self.failure("remove", file) }
        // What else is in there was not made by Holdfast, and stays.
        rmdir(place(of: claim))
    }

    private func sync(_ path: String) throws(EngineFailure) {
        let descriptor = Glibc.open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Self.failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.failure("write", path) }
    }

    static func failure(_ verb: String, _ path: String) -> EngineFailure {
        .failed("Cannot \(verb) \(path): \(String(cString: strerror(errno))).")
    }

    /// What is in a folder; `nil` where there is no such folder.
    static func content(of path: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: path)
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Refuses a place with files that nobody knows of: they may be somebody's data.
    static func refuseFiles(in path: String, of claim: ClaimName) throws(EngineFailure) {
        guard let content = content(of: path), !content.isEmpty else { return }
        throw .stale(
            "\(path) is to become volume \(claim), but holds files. Nothing was done to them. "
                + "Move them away, if they are not needed.")
    }
}
