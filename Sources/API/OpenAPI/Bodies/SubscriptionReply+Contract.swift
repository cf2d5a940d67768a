import Domain
import Wire

extension SubscriptionReply: Documented {
    static let about = "A subscription, with the instance that runs for it."

    static let notes: [String: Note] = [
        "id": "Its id.",
        "customerId": "Whose it is.",
        "status": .capitals(Subscription.Status.self, "How the promise stands."),
        "service": "The name of the service.",
        "variant": "The name of its variant.",
        "createdAt": .moment("When it began."),
        "paidUntil": .moment(
            "Until when it is paid for; absent where it goes on until it is cancelled."),
        "endedAt": .moment("When it expired or was cancelled; written once."),
        "graceEndsAt": .moment("Until when the data of an ended subscription is kept."),
        "instance": "What runs for it.",
        "operation": "The one that is under way, if any; without its steps.",
        "undo": "There while a reset can be taken back.",
        "updateAvailable": "There where the catalog has something new; never applied unasked.",
        "previousImage": "What a rollback brings back; absent where there is nothing.",
    ]

    static let example = SubscriptionReply(
        id: Example.subscription, customerId: Example.user, status: "ACTIVE", service: "isso",
        variant: "Free", createdAt: Example.then, paidUntil: Example.end, endedAt: Example.later,
        graceEndsAt: Example.end, instance: .example, operation: .example, undo: .example,
        updateAvailable: .example, previousImage: "holdfast/isso:0.12.6")
}
