import Wire

extension ContractRoutes {
    static let contract = [
        Endpoint(
            .get, "/api/v1/openapi.json", "showContract", "This document."
        ).open(to: .anybody).takes(.ifNoneMatch)
            .answers(.document).answers(
                AnswerContract(304, "It is unchanged.").with(headers: "ETag"))
    ]
}

extension AnswerContract {
    fileprivate static let document = AnswerContract(
        200, "OpenAPI 3.1.", [Content(type: "application/json", schema: ["type": "object"])]
    ).with(headers: "ETag")
}
