import Wire

/// Why a command could not do what was asked.
enum Failure: Error {
    /// The server's own words.
    case problem(Problem)
    case notLoggedIn(String)
    case unreachable(server: String, why: String)
    case badAnswer(String)
    case operationFailed(OperationReply)
    case auditFault(AuditFaultReply)
    case catalogMistakes(CatalogReply)
    /// Refused here, before the server was asked.
    case refused(String)
    case usage(String)
    case settings(String)

    var status: ExitStatus {
        switch self {
        case .problem(let problem) where problem.status == 401: .notLoggedIn
        case .problem(let problem) where problem.status < 500: .refused
        case .problem, .badAnswer: .serverError
        case .notLoggedIn: .notLoggedIn
        case .unreachable: .unreachable
        case .operationFailed: .operationFailed
        case .auditFault, .catalogMistakes: .badData
        case .refused: .refused
        case .usage, .settings: .usage
        }
    }

    /// In the shape of the server's own problems.
    var problem: Problem {
        switch self {
        case .problem(let problem): problem
        case .notLoggedIn(let why): local("not-logged-in", "Not logged in", why, status: 401)
        case .unreachable(let server, let why):
            local("unreachable", "No answer from \(server)", why, status: 503)
        case .badAnswer(let why):
            local("bad-answer", "The server's answer cannot be understood", why, status: 502)
        case .operationFailed(let operation):
            local(
                "operation-failed", "The \(operation.kind) of \(operation.instance) failed",
                operation.message, status: 500)
        case .auditFault(let fault):
            local(
                "audit-fault", "The audit trail is not as it was written", fault.message,
                status: 500)
        case .catalogMistakes(let catalog):
            local(
                "catalog-mistakes", "The catalog in \(catalog.folder) has mistakes",
                catalog.refusal, status: 422)
        case .refused(let why): local("refused", "Nothing was done", why, status: 422)
        case .usage(let why): local("usage", "Not enough was said", why, status: 400)
        case .settings(let why): local("settings", "The settings are wrong", why, status: 400)
        }
    }

    private func local(
        _ slug: String, _ title: String, _ detail: String?, status: Int
    ) -> Problem {
        Problem(type: "/problems/client/\(slug)", title: title, status: status, detail: detail)
    }
}
