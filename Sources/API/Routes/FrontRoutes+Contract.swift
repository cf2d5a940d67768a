extension FrontRoutes {
    static let contract = [
        Endpoint(.get, "/", "showFront", "A page for people that says what this is.")
            .open(to: .anybody)
            .answers(
                AnswerContract(
                    200, "The page.",
                    [AnswerContract.Content(type: contentType, schema: ["type": "string"])]))
    ]
}
