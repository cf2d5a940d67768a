/// Why a webhook's message is not believed.
package enum ForgedWebhook: Error, Equatable, Sendable, CustomStringConvertible {
    /// Its id or its timestamp is none.
    case malformed
    /// Whoever signed it does not know the secret, or it was changed since.
    case signature
    /// It was signed too long ago, or in the future.
    case time

    package var description: String {
        switch self {
        case .malformed: "webhook-id and webhook-timestamp are wanted; see Standard Webhooks."
        case .signature: "The signature does not fit the message. Do both sides have one secret?"
        case .time:
            "It was signed more than 5 minutes ago, or in the future. Look at both clocks."
        }
    }
}
