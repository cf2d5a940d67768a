import Hummingbird

/// One event of an event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html).
struct ServerSentEvent {
    /// Ignored by clients; keeps the connection from looking dead.
    static let heartbeat = ByteBuffer(string: ": heartbeat\n\n")

    /// What a client names in `Last-Event-ID` to go on after it.
    var id: Int?
    var name: String
    /// JSON, and so on one line.
    var data: any Encodable

    func bytes() throws -> ByteBuffer {
        let line = String(decoding: try JSONReply<Never>.encode(data), as: UTF8.self)
        let head = id.map { "id: \($0)\n" } ?? ""
        return ByteBuffer(string: "\(head)event: \(name)\ndata: \(line)\n\n")
    }
}
