/// What becomes of a request, as far as it is about who asks.
enum Verdict: String {
    /// They may; whether it is possible is another matter.
    case served
    case unauthenticated, forbidden
    case passwordChange = "must change the password"
    /// For them there is no such thing.
    case notFound = "not found"
}

extension Answer {
    func verdict() throws -> Verdict {
        switch status {
        case 401: .unauthenticated
        case 403:
            try problem.type == "/problems/password-change-required" ? .passwordChange : .forbidden
        case 404: .notFound
        default: .served
        }
    }
}
