import Foundation

/// The package's own sources, read as text.
struct SourceTree {
    struct File {
        /// From the package's root: `Sources/Domain/Planning/Plan.swift`.
        var path: String
        var lines: [Substring]

        var target: Substring { path.split(separator: "/")[1] }

        /// The modules that it imports.
        var imports: [String] {
            lines.compactMap { line in
                line.wholeMatch(of: /(?:@\w+(?:\(\w+\))? |package |public |internal )*import (\w+)/)
                    .map { String($0.1) }
            }
        }
    }

    let files: [File]

    /// - Parameter folder: `Sources` or `Tests`.
    init(_ folder: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let names = try FileManager.default.subpathsOfDirectory(
            atPath: root.appending(path: folder).path())
        files = try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let text = try String(
                contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
            return File(
                path: "\(folder)/\(name)",
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// `path: line` of every line of code that matches; comments do not count.
    func lines(matching pattern: Regex<Substring>) -> [String] {
        files.flatMap { file in
            file.lines.filter { line in
                !line.drop(while: \.isWhitespace).hasPrefix("//") && line.contains(pattern)
            }
            .map { "\(file.path): \($0.drop(while: \.isWhitespace))" }
        }
    }
}
