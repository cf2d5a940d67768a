/// An absolute path, split at its last part.
struct FolderPath: Equatable {
    var parent: String
    var name: String

    init(_ path: String) {
        let parts = path.split(separator: "/")
        parent = "/" + parts.dropLast().joined(separator: "/")
        name = parts.last.map { String($0) } ?? "."
    }
}
