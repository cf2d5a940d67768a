import FoundationEssentials
package import NIOCore
import NIOFoundationCompat

/// JSON values, one a line.
package struct JSONLines<Line: Decodable & Sendable>: StreamDecoder {
    private var lines = LineSplitter()

    package init() {}

    package mutating func feed(_ chunk: ByteBuffer) throws(DockerError) -> [Line] {
        try Self.read(lines.feed(chunk))
    }

    package mutating func finish() throws(DockerError) -> [Line] {
        try Self.read([lines.rest()])
    }

    private static func read(_ lines: [[UInt8]]) throws(DockerError) -> [Line] {
        var values: [Line] = []
        for line in lines where line.contains(where: { $0 > 0x20 }) {
            do {
                values.append(try JSONDecoder().decode(Line.self, from: Data(line)))
            } catch {
                throw .broken("\(error)")
            }
        }
        return values
    }
}
