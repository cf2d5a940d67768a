import Domain
import Hummingbird
import Operations
import Wire

extension Problem {
    init(_ kind: ProblemKind, _ title: String, _ detail: String? = nil) {
        self.init(type: kind.type, title: title, status: kind.status, detail: detail)
    }

    /// What an error is to the person who asked; `nil` when it is none of theirs.
    init?(explaining error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal.problem
        case let failure as StoreFailure: self = failure.problem
        case let failure as EngineFailure: self = failure.problem
        case let refusal as MethodRefusal: self = refusal.problem
        case let outdated as OutdatedReport: self = outdated.problem
        case let error as any HTTPResponseError: self.init(status: error.status)
        case is CancellationError: self.init(unavailable: "Holdfast is shutting down.")
        default: return nil
        }
    }

    /// Unknown errors are told to the log, not to strangers.
    static let unknown = Problem(
        .unexpected, "Something went wrong here",
        "It is not your fault. Give the request id when you ask for help.")

    init(unavailable detail: String) {
        self.init(.unavailable, "Not available now", detail)
        retryAfter = 5
    }

    /// What the framework itself refuses, before a route is reached.
    private init(status: HTTPResponse.Status) {
        switch status {
        case .notFound:
            self.init(.notFound, "Not found", "There is nothing at this path.")
        case .contentTooLarge:
            self.init(
                .tooLarge, "Body too large",
                "The body may have \(APIContext.largestBody / 1024) KiB at most.")
        case .badRequest:
            self.init(.malformed, "Malformed request", "The request cannot be read.")
        default:
            // RFC 9457, section 4.2.1: nothing but what the status says.
            self.init(type: "about:blank", title: status.reasonPhrase, status: status.code)
        }
    }
}
