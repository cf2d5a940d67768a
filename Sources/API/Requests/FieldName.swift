import Hummingbird

/// The header fields of requests and answers that the framework does not know.
enum FieldName {
    typealias Name = HTTPFields.Element.Name

    static let forwardedFor = name("X-Forwarded-For")
    static let idempotencyKey = name("Idempotency-Key")
    static let lastEventID = name("Last-Event-ID")
    static let prefer = name("Prefer")
    static let preferenceApplied = name("Preference-Applied")
    static let requestID = name("X-Request-Id")

    static let webhookID = name("webhook-id")
    static let webhookSignature = name("webhook-signature")
    static let webhookTimestamp = name("webhook-timestamp")

    private static func name(_ text: String) -> Name {
        guard let name = Name(text) else { preconditionFailure("\(text) names no field.") }
        return name
    }
}
