import Domain
import Hummingbird
import ServiceLifecycle
import Wire

/// What a service prints, as it prints it: one JSON object a line.
struct LogStream: Sendable {
    let lines: AsyncThrowingStream<LogLine, any Error>
    let vigil: Vigil

    func response(to request: Request) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/x-ndjson"],
            body: .untilClientLeaves(request) { writer in
                var vigil = vigil
                for try await line in lines.cancelOnGracefulShutdown() {
                    try await vigil.keep()
                    var bytes = ByteBuffer(bytes: try JSONReply<Never>.encode(LogReply(line)))
                    bytes.writeString("\n")
                    try await writer.write(bytes)
                }
            })
    }
}
