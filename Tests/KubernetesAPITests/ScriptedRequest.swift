import Foundation
import NIOCore
import Wire

/// A request as a scripted server heard it, and its connection.
struct ScriptedRequest: Sendable {
    /// `GET /version HTTP/1.1`, without the last word.
    var line: String
    /// By names in small letters.
    var headers: [String: String]
    var text: String
    private let channel: any Channel

    /// `nil` while it is not whole.
    init?(_ heard: String, on channel: any Channel) {
        guard let end = heard.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = heard[..<end.lowerBound].split(separator: "\r\n")
        headers = Dictionary(
            lines.dropFirst().compactMap { line in
                line.firstIndex(of: ":").map { colon in
                    (
                        line[..<colon].lowercased(),
                        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                    )
                }
            }
        ) { $1 }
        text = String(heard[end.upperBound...])
        guard text.utf8.count >= Int(headers["content-length"] ?? "0") ?? 0 else { return nil }
        line = String(lines.first ?? "").replacing(" HTTP/1.1", with: "")
        self.channel = channel
    }

    /// What was sent, as JSON.
    var body: JSONValue? { try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }

    /// Without what follows the question mark.
    var path: String { String(line.prefix { $0 != "?" }) }

    var query: [String: String] {
        let items = line.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        let pairs = items.split(separator: "&").map { item in
            let parts = item.split(separator: "=", omittingEmptySubsequences: false)
            return (String(parts[0]), String(parts.last ?? "").removingPercentEncoding ?? "")
        }
        return Dictionary(pairs) { $1 }
    }

    /// Sends more on the connection of this request.
    func send(_ bytes: String) {
        channel.writeAndFlush(ByteBuffer(string: bytes), promise: nil)
    }

    func hangUp() { channel.close(promise: nil) }
}
