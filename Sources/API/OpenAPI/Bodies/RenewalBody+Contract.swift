import Wire

extension RenewalBody: Requested {
    static let about = "Until when a subscription is paid for."

    static let notes: [String: Note] = [
        "paidUntil": .moment("Without it, the subscription goes on until it is cancelled.")
    ]

    static let example = RenewalBody(paidUntil: Example.paidUntil)
}
