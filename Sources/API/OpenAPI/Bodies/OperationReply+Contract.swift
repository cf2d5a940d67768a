import Domain
import Wire

extension OperationReply: Documented {
    static let about = "One request that takes time, from its acceptance to its end."

    static let notes: [String: Note] = [
        "id": "Its id.",
        "kind": .oneOf(Operation.Kind.self, "What was asked for."),
        "state": .oneOf(Operation.State.self, "The last two are its end."),
        "message": "What it is waiting for; at the end, why it ended so.",
        "subscriptionId": "The subscription that it is about.",
        "instance": "The instance's name.",
        "requestedBy": "A user's id, or `system`.",
        "createdAt": .moment("When it was accepted."),
        "startedAt": .moment("When its first step was taken."),
        "endedAt": .moment("When it ended."),
        "deadline": .moment("When it ends as failed if it is not done. The wish stays."),
        "steps": "Its story so far; left out of lists within other replies.",
    ]

    static let example = OperationReply(
        id: Example.operation, kind: "create", state: "succeeded", message: "Done.",
        subscriptionId: Example.subscription, instance: Example.instance,
        requestedBy: Example.user, createdAt: Example.then, startedAt: Example.then,
        endedAt: Example.later, deadline: Example.end, steps: [.example])
}
