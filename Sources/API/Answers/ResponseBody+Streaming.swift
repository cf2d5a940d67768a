import Hummingbird

extension ResponseBody {
    /// A body that is written for as long as somebody is there to read it.
    static func untilClientLeaves(
        _ request: Request,
        _ write: @Sendable @escaping (inout any ResponseBodyWriter) async throws -> Void
    ) -> ResponseBody {
        ResponseBody { writer in
            do {
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await write(&writer)
                }
            } catch is CancellationError {
                // The client has left, or the program is to stop: both are a proper end.
            }
            try await writer.finish(nil)
        }
    }
}
