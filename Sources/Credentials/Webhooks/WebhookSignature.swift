import Crypto
package import Domain
package import FoundationEssentials

/// Signs what is sent to a webhook, and checks what comes to one
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md):
/// HMAC-SHA256 of `id.timestamp.body`, as `v1,` and base 64.
package struct WebhookSignature: Sendable {
    /// How far the sender's clock may be from ours, and how long a message may be on its way: an
    /// older one may have been overheard and sent again.
    package static let tolerance = Duration.seconds(300)

    private static let version = "v1,"
    private let key: SymmetricKey

    /// - Parameter secret: At least 24 bytes in base 64, with or without `whsec_` before them.
    package init(secret: String) throws(MalformedWebhookSecret) {
        let text = secret.hasPrefix("whsec_") ? String(secret.dropFirst(6)) : secret
        guard let bytes = Data(base64Encoded: text), bytes.count >= 24 else {
            throw MalformedWebhookSecret()
        }
        key = SymmetricKey(data: bytes)
    }

    /// What is to stand in the header `webhook-signature`.
    ///
    /// - Parameters:
    ///   - id: That of the header `webhook-id`; the same for each try.
    ///   - timestamp: That of the header `webhook-timestamp`, in seconds since 1970.
    package func sign(id: String, timestamp: Int64, body: Data) -> String {
        let content = Self.content(id, "\(timestamp)", body)
        let code = HMAC<SHA256>.authenticationCode(for: content, using: key)
        return Self.version + Data(code).base64EncodedString()
    }

    /// Returns when the message is from somebody who knows the secret, and new.
    ///
    /// - Parameters:
    ///   - timestamp: As the header `webhook-timestamp` has it.
    ///   - signatures: As the header `webhook-signature` has them: several where the sender is
    ///     about to change its secret, with spaces between; those of other kinds are passed over.
    package func verify(
        id: String, timestamp: String, signatures: String, body: Data, now: Instant
    ) throws(ForgedWebhook) {
        guard !id.isEmpty, let seconds = Int64(timestamp), (0...Self.latest).contains(seconds)
        else { throw .malformed }
        let content = Self.content(id, timestamp, body)
        let isOurs = signatures.split(separator: " ").contains { isValid($0, for: content) }
        guard isOurs else { throw .signature }
        let age = now - Instant(milliseconds: seconds * 1000)
        guard age <= Self.tolerance, .zero - age <= Self.tolerance else { throw .time }
    }

    /// The comparison takes as long for a wrong code as for a right one.
    private func isValid(_ signature: Substring, for content: Data) -> Bool {
        guard signature.hasPrefix(Self.version),
            let code = Data(base64Encoded: String(signature.dropFirst(Self.version.count)))
        else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: content, using: key)
    }

    /// The last second of the year 9999.
    private static let latest: Int64 = 253_402_300_799

    private static func content(_ id: String, _ timestamp: String, _ body: Data) -> Data {
        Data("\(id).\(timestamp).".utf8) + body
    }
}
