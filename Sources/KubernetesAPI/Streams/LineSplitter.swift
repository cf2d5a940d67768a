import NIOCore

/// Cuts bytes into lines, whatever the pieces in which they come.
struct LineSplitter: Sendable {
    private var unfinished: [UInt8] = []

    /// The lines that `chunk` completes, without their ends.
    mutating func feed(_ chunk: ByteBuffer) -> [[UInt8]] {
        var parts = chunk.readableBytesView.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let last = parts.removeLast()
        let lines = parts.map { part in
            defer { unfinished = [] }
            return unfinished + part
        }
        unfinished += last
        return lines
    }

    /// What came after the last end of line; `nil` where nothing did.
    mutating func rest() -> [UInt8]? {
        defer { unfinished = [] }
        return unfinished.isEmpty ? nil : unfinished
    }
}
