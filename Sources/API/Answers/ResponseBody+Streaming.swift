import Domain
import Hummingbird

extension ResponseBody {
    /// A body that is written for as long as somebody is there to read it.
    static func untilClientLeaves(
        _ request: Request,
        _ write: @Sendable @escaping (inout any ResponseBodyWriter) async throws -> Void
    ) -> ResponseBody {
        ResponseBody { writer in
            do {
                try await request.body.consumeWithCancellationOnInboundClose { body in
                    async let _ = Self.pourAway(body)
                    try await write(&writer)
                }
            } catch is Refusal {
                // Whoever reads may not any more.
            } catch is CancellationError {
                // The client has left, or the program is to stop: both are a proper end.
            }
            try await writer.finish(nil)
        }
    }

    /// A body that is left unread would hide that its sender has left.
    private static func pourAway(_ body: RequestBody) async {
        do { for try await _ in body {} } catch { return }
    }
}
