package import AsyncHTTPClient
import NIOCore

/// Reads an event stream, one event (or comment) at a time, as they come.
package struct EventReader {
    private var body: HTTPClientResponse.Body.AsyncIterator
    private var unread = ""

    package init(body: HTTPClientResponse.Body.AsyncIterator) { self.body = body }

    package mutating func next() async throws -> String? {
        while true {
            if let end = unread.firstRange(of: "\n\n") {
                let event = String(unread[..<end.lowerBound])
                unread = String(unread[end.upperBound...])
                return event
            }
            guard let more = try await body.next() else { return nil }
            unread += String(buffer: more)
        }
    }
}
