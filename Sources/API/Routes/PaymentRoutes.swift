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
        let id = try await proven(request, Array(data), context)
        let body = try StrictJSON.decode(PaymentBody.self, from: data)
        guard let kind = PaymentEvent.Kind(rawValue: body.type) else {
            let known = PaymentEvent.Kind.allCases.map(\.rawValue).joined(separator: " or ")
            throw Refusal.invalid(field: "type", why: "must be \(known)")
        }
        try await plane.take(
            kind, id: id, subscription: body.subscription,
            paidUntil: body.paidUntil.map { try Instant($0, of: "paidUntil") },
            fingerprint: reader.hasher.digest(String(decoding: data, as: UTF8.self)),
            from: context.address, requestID: context.requestID)
        return .noContent
    }

    /// The message's id, once it is known to be from whom it says.
    private func proven(
        _ request: Request, _ body: [UInt8], _ context: APIContext
    ) async throws -> String {
        let id = request.headers[FieldName.webhookID] ?? ""
        guard let isSigned else {
            throw try await refusal(
                .unavailable(
                    "No payment system is set up. Start Holdfast with --payment-secret-file."),
                id, "no payment system is set up", context)
        }
        let timestamp = request.headers[FieldName.webhookTimestamp] ?? ""
        let signature = request.headers[FieldName.webhookSignature] ?? ""
        guard (1...255).contains(id.utf8.count), isSigned(id, timestamp, signature, body) else {
            throw try await refusal(
                .unauthenticated(
                    "The message is not signed by the payment system, or too old."),
                id, "the signature is not right", context)
        }
        return id
    }

    private func refusal(
        _ refusal: Refusal, _ id: String, _ why: String, _ context: APIContext
    ) async throws -> Refusal {
        try await plane.refusePayment(
            refusal, why: why, id: id, from: context.address, requestID: context.requestID)
    }
}
