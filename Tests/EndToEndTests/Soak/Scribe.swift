import AsyncHTTPClient
import RealWorld
import TestSupport

/// Writes one numbered row after the other through the API of a service, whatever becomes of it,
/// and remembers which of them the service has acknowledged.
struct Scribe: Sendable {
    let service: String
    let url: String
    let client: HTTPClient

    /// Goes on until the task is cancelled.
    func run(_ chronicle: Chronicle) async {
        while !Task.isCancelled {
            let number = chronicle.nextRow()
            let sent = chronicle.moment()
            let isKept = try? await Isso.offer(
                Self.text(number), to: url, by: client, within: .seconds(5))
            if isKept == true {
                chronicle.acknowledge(row: number, of: service, sent: sent)
            }
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    static func text(_ number: Int) -> String { "row \(number)" }

    static func number(_ text: String) -> Int? {
        text.wholeMatch(of: /row ([0-9]+)/).flatMap { Int($0.1) }
    }
}
