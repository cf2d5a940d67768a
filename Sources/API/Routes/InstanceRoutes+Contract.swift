import Wire

extension InstanceRoutes {
    static let contract = verbs + endings + reads

    private static let root = "/api/v1/subscriptions/{id}"

    private static let verbs = [
        Endpoint(.post, "\(root)/restart-pod", "restartInstance", "Starts the process anew.")
            .telling("Same workload, same volumes: the data is kept.")
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
        Endpoint(.post, "\(root)/stop", "stopInstance", "Stops the process. The data is kept.")
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
        Endpoint(.post, "\(root)/start", "startInstance", "Starts a stopped process.")
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
        Endpoint(.post, "\(root)/reset-pod", "resetInstance", "Begins anew, with empty volumes.")
            .telling(
                """
                Needs the instance's name as confirmation. The old volumes are kept, and can be \
                taken back until `undo.until` of the subscription.
                """
            )
            .ordersInstance.takes(ConfirmBody.self, isRequired: false).refuses(.confirmation),
        Endpoint(.post, "\(root)/undo-reset", "undoReset", "Takes the last reset back.")
            .telling("The volumes that came by the reset are kept in turn.")
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
        Endpoint(.post, "\(root)/change-variant", "changeVariant", "Changes the tier.")
            .telling("The data is kept. A volume grows where it must, and never shrinks.")
            .ordersInstance.takes(VariantBody.self),
        Endpoint(.post, "\(root)/update", "updateInstance", "Takes what the catalog has now.")
            .telling(
                """
                See `updateAvailable` of the subscription. The volumes and the secrets are kept, \
                and what ran before is remembered for a rollback.
                """
            )
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
        Endpoint(.post, "\(root)/rollback", "rollBackInstance", "Takes the last update back.")
            .telling(
                """
                The data stays as it is: what the newer version has converted, the older one may \
                not be able to read. A second rollback goes forward again.
                """
            )
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
    ]

    private static let endings = [
        Endpoint(.post, "\(root)/cancel", "cancelSubscription", "Ends the subscription.")
            .telling(
                """
                The service stops at once. Its data is kept until `graceEndsAt`, and comes back \
                with a resubscription.
                """
            )
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
        Endpoint(.post, "\(root)/resubscribe", "resubscribe", "Takes the ending back.")
            .telling("The same service runs again, with its data, for as long as that is kept.")
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
        Endpoint(.post, "\(root)/delete", "deleteInstance", "Gives up the service and its data.")
            .telling(
                """
                Once the subscription has ended; needs the instance's name as confirmation. The \
                data is kept for the undo window, then it is destroyed.
                """
            )
            .ordersInstance.takes(ConfirmBody.self, isRequired: false).refuses(.confirmation),
        Endpoint(.post, "\(root)/undo-delete", "undoDelete", "Takes a deletion back.")
            .telling("The data is there again; the service stays stopped until a resubscription.")
            .ordersInstance.takes(EmptyBody.self, isRequired: false),
    ]

    private static let reads = [
        Endpoint(.get, "\(root)/instance", "showInstance", "What runs for a subscription.")
            .takes(.subscription).answers(InstanceReply.self, "The instance."),
        Endpoint(.get, "\(root)/events", "listEvents", "What befell the instance.")
            .takes(.subscription).listsNewest(EventReply.self, "Newest first."),
        Endpoint(.get, "\(root)/logs", "readLogs", "What the service has printed.")
            .telling("With `follow` the answer goes on until the client leaves.")
            .takes(.subscription, .tail, .follow).answers(.logs)
            .refuses(.engine, .unavailable),
    ]
}

extension AnswerContract {
    fileprivate static let logs = AnswerContract(
        200, PageReply<LogReply>.self, "The last lines, oldest first."
    ).or(
        AnswerContract(
            stream: "application/x-ndjson", of: LogReply.self, "With `follow`.",
            example: #"{"stream":"stdout","text":"connected"}"# + "\n"))
}
