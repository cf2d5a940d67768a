import Foundation

/// One file of `simulation/wrongs`: a bug that is planted in a copy of the sources.
struct PlantedWrong {
    /// Lines of one file, and what stands in their place.
    struct Block {
        /// From the package's root.
        var path: String
        var before: [Substring] = []
        var after: [Substring] = []
    }

    /// The name of its file, without the ending.
    var fileName: String
    var head: [String: String] = [:]
    var blocks: [Block] = []
    /// Lines that are neither head nor block.
    var strays: [Substring] = []

    /// All that there are, by name.
    static func all() throws -> [PlantedWrong] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../simulation/wrongs").standardized
        return try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "wrong" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { file in
                PlantedWrong(
                    named: file.deletingPathExtension().lastPathComponent,
                    try String(contentsOf: file, encoding: .utf8))
            }
    }

    init(named fileName: String, _ text: String) {
        self.fileName = fileName
        var place = Place.outside
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            take(line, at: &place)
        }
    }

    private enum Place { case outside, before, after }

    private mutating func take(_ line: Substring, at place: inout Place) {
        switch (place, line) {
        case (.outside, "<<<<"):
            blocks.append(Block(path: "Sources/\(head["file"] ?? "")"))
            place = .before
        case (.before, "===="): place = .after
        case (.after, ">>>>"): place = .outside
        case (.before, _): blocks[blocks.count - 1].before.append(line)
        case (.after, _): blocks[blocks.count - 1].after.append(line)
        case (.outside, ""): break
        case (.outside, _):
            guard let match = line.wholeMatch(of: /([a-z]+): (\S.*)/) else {
                strays.append(line)
                return
            }
            head[String(match.1)] = String(match.2)
        }
    }
}
