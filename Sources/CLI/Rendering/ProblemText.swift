import Wire

/// Why something was not done: what, in detail, and what to do now.
enum ProblemText {
    static func text(_ problem: Problem, _ paint: Paint) -> String {
        var lines = ["holdfast: \(paint.red(problem.title.printable))"]
        if let detail = problem.detail, !detail.isEmpty { lines.append(detail.printable) }
        lines += advice(problem).map { "→ \($0.printable)" }
        if let report = problem.report { lines += ["", OrphanText.report(report, paint)] }
        return lines.joined(separator: "\n")
    }

    /// As a shell takes it for one word.
    private static func quoted(_ text: String) -> String {
        text.contains(" ") ? "'\(text)'" : text
    }

    /// By the problem's stable type, and what it carries.
    private static func advice(_ problem: Problem) -> [String] {
        var advice: [String] = []
        switch problem.type {
        case "/problems/busy":
            advice += problem.operationId.map { ["holdfast operations watch \($0)"] } ?? []
        case "/problems/confirmation":
            advice +=
                problem.expected.map { "Confirm by its name: --confirm \(quoted($0))" }
                .map { [$0] } ?? []
        case "/problems/password-change-required": advice.append("holdfast password")
        case "/problems/unauthenticated": advice.append("holdfast login")
        case "/problems/client/unreachable":
            advice.append("Is the address right, and does “holdfast serve” run there?")
        case "/problems/client/operation-failed":
            advice.append("What was asked for stays wished: holdfast list shows how it is now.")
        default: break
        }
        if let seconds = problem.retryAfter { advice.append("Try again in \(seconds) s.") }
        if problem.status >= 500, let id = problem.requestId {
            advice.append("When asking for help, give the request's id: \(id)")
        }
        return advice
    }
}
