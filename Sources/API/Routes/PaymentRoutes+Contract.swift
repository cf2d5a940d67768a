import Wire

extension PaymentRoutes {
    static let contract = [
        Endpoint(
            .post, "/api/v1/webhooks/payments", "takePayment", "What a payment system tells."
        )
        .telling(
            """
            A renewal sets until when the subscription is paid for, and brings it back, with its \
            data, where it has ended. Signed as https://www.standardwebhooks.com says; the same \
            `webhook-id` is taken once.
            """
        )
        .open(to: .anybody).takes(.webhookID, .webhookTimestamp, .webhookSignature)
        .takes(PaymentBody.self).answers(.noContent)
        .refuses(
            .unauthenticated, .tooMany, .unavailable, .notFound, .conflict,
            .idempotencyMismatch)
    ]
}
