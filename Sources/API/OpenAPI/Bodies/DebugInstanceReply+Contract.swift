import Domain
import Wire

extension DebugInstanceReply: Documented {
    static let about = "One instance, as an admin looks at it who asks what is amiss."

    static let notes: [String: Note] = [
        "id": "Its id.", "name": "Its name.", "owner": "Its owner's e-mail address.",
        "subscriptionId": "Of the subscription that it runs for.",
        "subscriptionStatus": .capitals(Subscription.Status.self, "Of that subscription."),
        "wish": .capitals(ServiceInstance.Wish.self, "What was asked for."),
        "status": .capitals(Phase.self, "What it was last seen to be."),
        "message": "Why, where that is not plain.",
        "generation": .count("Each reset makes a new one.", from: 1),
        "volumes": "Destroyed ones too.",
        "disagreements": "In what rows and engine disagree, in words.",
    ]

    static let example = DebugInstanceReply(
        id: Example.instanceID, name: Example.instance, owner: "ada@example.org",
        subscriptionId: Example.subscription, subscriptionStatus: "ACTIVE", wish: "RUNNING",
        status: "RUNNING", message: "waiting until the service answers", generation: 1,
        volumes: [.example], disagreements: ["It is to run, and has no container."])
}
