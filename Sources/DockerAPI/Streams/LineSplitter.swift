import NIOCore

/// Cuts bytes into lines, whatever the pieces in which they come.
struct LineSplitter: Sendable {
    private var unfinished: [UInt8] = []

    /// Whether a line has begun and not ended.
    var isInLine: Bool { !unfinished.isEmpty }

    /// The lines that `chunk` completes, without their ends.
    mutating func feed(_ chunk: ByteBuffer) -> [[UInt8]] { feed(chunk.readableBytesView) }

    mutating func feed(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
        var parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let last = parts.removeLast()
        var lines: [[UInt8]] = []
        for part in parts {
            lines.append(unfinished + part)
            unfinished = []
        }
        unfinished += last
        return lines
    }

    /// What came after the last end of line.
    mutating func rest() -> [UInt8] {
        defer { unfinished = [] }
        return unfinished
    }
}
