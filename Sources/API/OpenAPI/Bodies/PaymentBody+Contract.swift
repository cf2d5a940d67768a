import Domain
import Wire

extension PaymentBody: Requested {
    static let about = "What a payment system tells of a subscription."

    static let notes: [String: Note] = [
        "type": .oneOf(PaymentEvent.Kind.self, "What has happened."),
        "subscription": "Its id, or its instance's name.",
        "paidUntil": .moment("With a renewal."),
    ]

    static let example = PaymentBody(
        type: "subscription.renewed", subscription: Example.subscription,
        paidUntil: Example.paidUntil)
}
