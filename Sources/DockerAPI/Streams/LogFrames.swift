package import Domain
package import NIOCore

/// The lines of a container's two streams, which come as frames: one byte for the stream, three
/// of nothing, four for the length, then as much text.
///
/// Format: https://docs.docker.com/engine/api/v1.41/#tag/Container/operation/ContainerAttach
package struct LogFrames: StreamDecoder {
    private var unread: [UInt8] = []
    private var lines: [LogLine.Stream: LineSplitter] = [
        .output: LineSplitter(), .error: LineSplitter(),
    ]

    package init() {}

    package mutating func feed(_ chunk: ByteBuffer) throws(DockerError) -> [LogLine] {
        unread += chunk.readableBytesView
        var result: [LogLine] = []
        var place = 0
        while unread.count - place >= 8 {
            let header = unread[place..<place + 8]
            let length = header.suffix(4).reduce(0) { $0 << 8 | Int($1) }
            guard unread.count - place - 8 >= length else { break }
            let text = unread[place + 8..<place + 8 + length]
            result += try take(text, from: header[place])
            place += 8 + length
        }
        unread.removeFirst(place)
        return result
    }

    package mutating func finish() throws(DockerError) -> [LogLine] {
        guard unread.isEmpty else { throw .broken("the log ended in the middle of a frame") }
        return [LogLine.Stream.output, .error].compactMap { stream in
            guard let rest = lines[stream]?.rest(), !rest.isEmpty else { return nil }
            return Self.line(rest, stream)
        }
    }

    private mutating func take(
        _ text: ArraySlice<UInt8>, from number: UInt8
    ) throws(DockerError) -> [LogLine] {
        // 0 is standard input, and 3 an error of the daemon's own.
        guard number <= 3 else { throw .broken("the log has a frame of no known stream") }
        let stream: LogLine.Stream = number <= 1 ? .output : .error
        var splitter = lines[stream] ?? LineSplitter()
        defer { lines[stream] = splitter }
        // A long line comes in several frames, and each of them has a time of its own.
        let isMore = splitter.isInLine
        let more = isMore ? text.drop { $0 != 0x20 }.dropFirst() : text
        return splitter.feed(more).map { Self.line($0, stream) }
    }

    /// A line starts with the time of its writing and a space, because that was asked for.
    private static func line(_ bytes: [UInt8], _ stream: LogLine.Stream) -> LogLine {
        let parts = bytes.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
        let text = parts.count == 2 ? Array(parts[1]) : []
        let content = text.last == UInt8(ascii: "\r") ? Array(text.dropLast()) : text
        return LogLine(
            stream: stream, at: String(decoding: parts[0], as: UTF8.self),
            text: String(decoding: content, as: UTF8.self))
    }
}
