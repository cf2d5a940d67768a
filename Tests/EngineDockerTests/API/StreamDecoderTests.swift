import DockerAPI
import Domain
import NIOCore
import Testing

/// Bytes come cut anywhere; what they mean must not depend on it.
@Suite struct StreamDecoderTests {
    static let log: [UInt8] =
        frame(1, "2026-01-01T00:00:00Z hello\n") + frame(2, "2026-01-01T00:00:01Z öl\r\n")
        + frame(1, "2026-01-01T00:00:02Z a long ") + frame(1, "2026-01-01T00:00:03Z line\n")
        + frame(1, "2026-01-01T00:00:04Z no end")

    static func frame(_ stream: UInt8, _ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return [stream, 0, 0, 0, 0, 0, 0, UInt8(bytes.count)] + bytes
    }

    /// The elements of `bytes`, fed in pieces of `size`.
    func decode<Decoder: StreamDecoder>(
        _ bytes: [UInt8], by decoder: Decoder, piecesOf size: Int
    ) throws -> [Decoder.Element] {
        var decoder = decoder
        var elements: [Decoder.Element] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = bytes[start..<min(start + size, bytes.count)]
            elements += try decoder.feed(ByteBuffer(bytes: piece))
        }
        return try elements + decoder.finish()
    }

    @Test(arguments: [1, 2, 3, 7, 8, 9, 64, 10_000])
    func readsLogs(piecesOf size: Int) throws {
        let lines = try decode(Self.log, by: LogFrames(), piecesOf: size)
        let output = [
            LogLine(stream: .output, at: "2026-01-01T00:00:00Z", text: "hello"),
            LogLine(stream: .output, at: "2026-01-01T00:00:02Z", text: "a long line"),
            LogLine(stream: .output, at: "2026-01-01T00:00:04Z", text: "no end"),
        ]
        #expect(lines.filter { $0.stream == .output } == output)
        let errors = [LogLine(stream: .error, at: "2026-01-01T00:00:01Z", text: "öl")]
        #expect(lines.filter { $0.stream == .error } == errors)
    }

    @Test func refusesBrokenLogs() {
        #expect(throws: DockerError.self) {
            try decode(Array(Self.log.dropLast()), by: LogFrames(), piecesOf: 64)
        }
        #expect(throws: DockerError.self) {
            try decode(Self.frame(9, "x y\n"), by: LogFrames(), piecesOf: 64)
        }
    }

    @Test(arguments: [1, 5, 1000])
    func readsEvents(piecesOf size: Int) throws {
        let text = """
            {"Type":"container","Action":"die","Actor":{"ID":"c1","Attributes":{"ä":"ö"}},\
            "timeNano":5}

            {"Type":"volume","Action":"destroy","Actor":{"ID":"v1"}}
            """
        let events = try decode(
            Array(text.utf8), by: JSONLines<EngineEvent>(), piecesOf: size)
        #expect(
            events == [
                EngineEvent(
                    type: "container", action: "die",
                    subject: .init(id: "c1", attributes: ["ä": "ö"]), nanoseconds: 5),
                EngineEvent(type: "volume", action: "destroy", subject: .init(id: "v1")),
            ])
    }

    @Test func anErrorAmongProgressIsAnError() {
        let text = #"{"status":"Pulling"}"# + "\n" + #"{"error":"no space left"}"# + "\n"
        #expect(throws: DockerError.refused(status: 500, message: "no space left")) {
            try decode(Array(text.utf8), by: ProgressLines(), piecesOf: 8)
        }
    }
}
