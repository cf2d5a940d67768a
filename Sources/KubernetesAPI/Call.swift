import NIOCore
import NIOHTTP1

/// Which pool of connections a request takes.
enum Patience: Sendable {
    case short
    /// A stream that is dead after a long silence.
    case watch
    /// A stream that may be silent for ever.
    case log
}

/// One request, ready to be sent, and sent again.
struct Call: Sendable {
    struct Body: Sendable {
        var type: String
        var bytes: ByteBuffer
    }

    var method: HTTPMethod
    var path: String
    var query: [(String, String)]
    var body: Body?
    /// Whether doing it twice is as doing it once.
    var isRepeatable: Bool
    var patience: Patience

    init(
        _ method: HTTPMethod, _ path: String, query: [(String, String)] = [], body: Body? = nil,
        isRepeatable: Bool, patience: Patience = .short
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
        self.isRepeatable = isRepeatable
        self.patience = patience
    }

    var lane: Pace.Lane { method == .GET ? .reading : .changing }

    /// With the query, all of it encoded.
    var target: String {
        let items = query.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
        return path + (items.isEmpty ? "" : "?" + items)
    }
}
