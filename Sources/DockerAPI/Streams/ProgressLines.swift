package import NIOCore

/// The progress of a pull or a load, in which an error may come as a line among others.
package struct ProgressLines: StreamDecoder {
    private var lines = JSONLines<ProgressLine>()

    package init() {}

    package mutating func feed(_ chunk: ByteBuffer) throws(DockerError) -> [ProgressLine] {
        try Self.check(lines.feed(chunk))
    }

    package mutating func finish() throws(DockerError) -> [ProgressLine] {
        try Self.check(lines.finish())
    }

    private static func check(_ lines: [ProgressLine]) throws(DockerError) -> [ProgressLine] {
        if let error = lines.lazy.compactMap(\.error).first {
            // The stream began with 200: the API has no status for what goes wrong later.
            throw .refused(status: 500, message: error)
        }
        return lines
    }
}
