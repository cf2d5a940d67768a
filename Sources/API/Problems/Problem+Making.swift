import Domain
import Hummingbird
import Wire

extension Problem {
    /// The type is a path that stays: programs tell problems apart by it.
    init(_ status: Int, _ slug: String, _ title: String, _ detail: String? = nil) {
        self.init(type: "/problems/\(slug)", title: title, status: status, detail: detail)
    }

    /// What an error is to the person who asked; `nil` when it is none of theirs.
    init?(explaining error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal.problem
        case let failure as StoreFailure: self = failure.problem
        case let failure as EngineFailure: self = failure.problem
        case let refusal as MethodRefusal: self = refusal.problem
        case let error as any HTTPResponseError: self.init(status: error.status)
        case is CancellationError: self.init(unavailable: "Holdfast is shutting down.")
        default: return nil
        }
    }

    /// Unknown errors are told to the log, not to strangers.
    static let unknown = Problem(
        500, "internal", "Something went wrong here",
        "It is not your fault. Give the request id when you ask for help.")

    init(unavailable detail: String) {
        self.init(503, "unavailable", "Not available now", detail)
        retryAfter = 5
    }

    /// What the framework itself refuses, before a route is reached.
    private init(status: HTTPResponse.Status) {
        switch status {
        case .notFound:
            self.init(404, "not-found", "Not found", "There is nothing at this path.")
        case .contentTooLarge:
            self.init(
                413, "too-large", "Body too large",
                "The body may have \(APIContext.largestBody / 1024) KiB at most.")
        case .badRequest:
            self.init(400, "malformed", "Malformed request", "The request cannot be read.")
        default:
            self.init(status.code, "status-\(status.code)", status.reasonPhrase)
        }
    }
}
