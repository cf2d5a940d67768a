import Foundation

/// What was measured, as one line of JSON.
enum Report {
    static func print(_ figures: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        FileHandle.standardOutput.write(try encoder.encode(figures) + Data("\n".utf8))
    }
}
