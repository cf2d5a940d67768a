import Wire

extension SubscriptionBody: Requested {
    static let about = "A service to subscribe to, and the tier of it."

    static let notes: [String: Note] = [
        "service": "The name of a service of the catalog.",
        "variant": "The name of one of its variants.",
    ]

    static let example = SubscriptionBody(service: "isso", variant: "Free")
}
