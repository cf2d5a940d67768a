import Wire

extension OperationRoutes {
    static let contract = [
        Endpoint(.get, "/api/v1/operations", "listOperations", "What was asked for.")
            .takes(.ofSubscription).lists(OperationReply.self, "Newest first.")
            .refuses(.notFound),
        Endpoint(.get, "/api/v1/operations/{id}", "showOperation", "One operation.")
            .takes(.operation).answers(OperationReply.self, "The operation."),
        Endpoint(.get, "/api/v1/operations/{id}/events", "followOperation", "Its story, live.")
            .telling(
                """
                Server-sent events: `step` carries an OperationStepReply and has its sequence as \
                id; `state` and `end` carry an OperationReply without steps. The stream ends \
                with the operation.
                """
            )
            .takes(.operation, .lastEventID).answers(.story),
    ]
}

extension AnswerContract {
    fileprivate static let story = AnswerContract(
        stream: "text/event-stream", of: OperationReply.self, "The story, from the beginning.",
        example: """
            id: 1
            event: step
            data: {"at":"\(Example.then)","sequence":1,"text":"Make the volume."}


            """)
}
