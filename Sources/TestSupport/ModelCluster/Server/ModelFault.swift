/// What goes wrong with a request, instead of its answer.
package struct ModelFault: Sendable {
    package enum Act: Equatable, Sendable {
        /// A `Status` of that code; seconds, where it says when to come back.
        case refuse(Int, retryAfter: Int? = nil)
        /// Nothing is done, and the connection breaks.
        case dropBefore
        /// It is done, and the connection breaks before anybody hears of it.
        case dropAfter
    }

    package var act: Act
    /// How many requests it meets.
    package var times: Int
    package var matches: @Sendable (ModelRequest) -> Bool

    package init(
        _ act: Act, times: Int = 1, where matches: @escaping @Sendable (ModelRequest) -> Bool
    ) {
        self.act = act
        self.times = times
        self.matches = matches
    }
}

extension ModelRefusal {
    /// As a server, or what stands before it, refuses without having looked.
    static func injected(_ code: Int, retryAfter: Int?) -> Self {
        let (reason, message) =
            switch code {
            case 401: ("Unauthorized", "Unauthorized")
            case 409: ("Conflict", "the object has been modified")
            case 410: ("Expired", "too old resource version")
            case 429: ("TooManyRequests", "Too many requests, please try again later.")
            case 503: ("ServiceUnavailable", "the server is currently unable to handle it")
            case 504: ("Timeout", "the server was unable to answer in time")
            default: ("InternalError", "Internal error occurred")
            }
        return Self(
            code: code, reason: reason, message: message,
            details: retryAfter.map { ["retryAfterSeconds": .integer($0)] })
    }
}

extension ModelAnswer {
    /// As a server, or what stands before it, refuses without having looked.
    package static func refusal(_ code: Int) -> ModelAnswer {
        refusal(code, retryAfter: code == 429 ? 1 : nil)
    }

    /// - Parameter retryAfter: Seconds.
    package static func refusal(_ code: Int, retryAfter: Int?) -> ModelAnswer {
        ModelRefusal.injected(code, retryAfter: retryAfter).answer
    }
}
