package import FoundationEssentials

/// Where notices go as webhooks, and how they are signed.
package struct WebhookSettings: Sendable {
    /// - Parameters:
    ///   - id: The notice's.
    ///   - timestamp: In seconds since 1970.
    /// - Returns: What stands in the header `webhook-signature`.
    package typealias Signer =
        @Sendable (_ id: String, _ timestamp: Int64, _ body: Data) -> String

    /// May hold secrets of its own, so it is not told in errors.
    package var url: String
    package var sign: Signer
    /// How long an answer may take.
    package var limit = Duration.seconds(30)

    package init(url: String, sign: @escaping Signer) {
        self.url = url
        self.sign = sign
    }

    /// Whether it is an address that webhooks can be sent to.
    package static func isAddress(_ text: String) -> Bool {
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty else {
            return false
        }
        return ["http", "https"].contains(url.scheme) && url.user() == nil
    }
}
