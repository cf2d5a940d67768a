package import Domain
package import NIOCore

/// The lines of a container's log, each with the time of its writing before it. The API server
/// does not tell the two streams of a container apart: all count as output.
package struct LogLines: StreamDecoder {
    private var lines = LineSplitter()

    package mutating func feed(_ chunk: ByteBuffer) throws(KubernetesError) -> [LogLine] {
        lines.feed(chunk).map(Self.line)
    }

    package mutating func finish() throws(KubernetesError) -> [LogLine] {
        lines.rest().map { [Self.line($0)] } ?? []
    }

    private static func line(_ bytes: [UInt8]) -> LogLine {
        let parts = bytes.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
        let text = parts.count == 2 ? Array(parts[1]) : []
        let content = text.last == UInt8(ascii: "\r") ? Array(text.dropLast()) : text
        return LogLine(
            stream: .output, at: String(decoding: parts[0], as: UTF8.self),
            text: String(decoding: content, as: UTF8.self))
    }
}
