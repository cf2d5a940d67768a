import Foundation
import Testing

/// A run of `holdfast serve` that has said where it listens.
struct Server: Sendable {
    let run: Run
    /// As it has printed it.
    let url: String

    var visitor: Visitor { Visitor(server: url) }

    init(_ run: Run) async throws {
        self.run = run
        url = try await eventually("The server does not say where it is.") {
            guard !run.ending.hasCome else {
                throw Silence(why: "The server ended at once: \(run.complained)")
            }
            return run.said.firstMatch(of: /listens on (http:\S+)/).map { String($0.1) }
        }
    }

    /// It said nothing, and why.
    struct Silence: Error {
        var why: String
    }
}
