import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/webhooks/payments`: what a payment system tells, proven by its signature
/// (https://www.standardwebhooks.com).
struct PaymentRoutes {
    let plane: ControlPlane
    let reader: RequestReader
    /// `nil` where no secret is set.
    let isSigned: SignatureCheck?

    func add(to webhooks: RouterGroup<APIContext>) {
        webhooks.post("payments", use: take)
    }

    @Sendable private func take(
        _ request: Request, _ context: APIContext
    ) async throws -> HTTPResponse.Status {
        let data = try await RequestReader.data(of: request)
        let id = try await proven(request, Array(data), from: context.address)
        let body = try StrictJSON.decode(PaymentBody.self, from: data)
        guard let kind = PaymentEvent.Kind(rawValue: body.type) else {
            let known = PaymentEvent.Kind.allCases.map(\.rawValue).joined(separator: " or ")
            throw Refusal.invalid(field: "type", why: "must be \(known)")
        }
        try await plane.take(
            kind, id: id, subscription: body.subscription,
            paidUntil: body.paidUntil.map { try Instant($0, of: "paidUntil") },
            fingerprint: reader.hasher.digest(String(decoding: data, as: UTF8.self)),
            from: context.address)
        return .noContent
    }

    /// The message's id, once it is known to be from whom it says.
    private func proven(
        _ request: Request, _ body: [UInt8], from address: String?
    ) async throws -> String {
        guard let isSigned else {
            throw Refusal.unavailable(
                "No payment system is set up. Start Holdfast with --payment-secret-file.")
        }
        let id = request.headers[FieldName.webhookID] ?? ""
        let timestamp = request.headers[FieldName.webhookTimestamp] ?? ""
        let signature = request.headers[FieldName.webhookSignature] ?? ""
        guard (1...255).contains(id.utf8.count), isSigned(id, timestamp, signature, body) else {
            try await plane.refusePayment("the signature is not right", id: id, from: address)
            throw Refusal.unauthenticated(
                "The message is not signed by the payment system, or too old.")
        }
        return id
    }
}
