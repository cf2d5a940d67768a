import Wire

extension CustomerSubscriptionBody: Requested {
    static let about = "A service that an admin subscribes a customer to."

    static let notes: [String: Note] = [
        "customer": "The customer's id.",
        "service": "The name of a service of the catalog.",
        "variant": "The name of one of its variants.",
        "paidUntil": .moment("Without it, the usual period."),
    ]

    static let example = CustomerSubscriptionBody(
        customer: Example.user, service: "isso", variant: "Free", paidUntil: Example.paidUntil)
}
