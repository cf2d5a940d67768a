import FoundationEssentials
package import NIOCore

/// What a watch tells, one event a line.
package struct WatchLines<Body: Decodable & Sendable>: StreamDecoder {
    private var lines = LineSplitter()

    package mutating func feed(
        _ chunk: ByteBuffer
    ) throws(KubernetesError) -> [WatchEvent<Body>] {
        try lines.feed(chunk).map(Self.read)
    }

    package mutating func finish() throws(KubernetesError) -> [WatchEvent<Body>] {
        try (lines.rest().map { [$0] } ?? []).map(Self.read)
    }

    private static func read(_ line: [UInt8]) throws(KubernetesError) -> WatchEvent<Body> {
        do {
            return try JSONDecoder().decode(WatchEvent<Body>.self, from: Data(line))
        } catch {
            throw .broken("a watch told: \(error)")
        }
    }
}
