/// Why a request was not carried out (RFC 9457); the later fields are extensions of ours.
package struct Problem: Codable, Equatable, Sendable {
    /// Stable, for programs: `/problems/busy`.
    package var type: String
    package var title: String
    package var status: Int
    /// What happened, to which thing, and what to do.
    package var detail: String?
    /// The path that was asked for.
    package var instance: String?
    /// To be quoted when asking for help; the logs have it.
    package var requestId: String?
    /// The field of the request that is wrong.
    package var field: String?
    /// What to type to confirm.
    package var expected: String?
    /// The operation that is in the way.
    package var operationId: String?
    package var operationKind: String?
    /// After how many seconds to try again.
    package var retryAfter: Int?
    /// What there is now, where another report was confirmed.
    package var report: OrphansReply?

    package init(
        type: String, title: String, status: Int, detail: String? = nil, instance: String? = nil,
        requestId: String? = nil, field: String? = nil, expected: String? = nil,
        operationId: String? = nil, operationKind: String? = nil, retryAfter: Int? = nil,
        report: OrphansReply? = nil
    ) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.instance = instance
        self.requestId = requestId
        self.field = field
        self.expected = expected
        self.operationId = operationId
        self.operationKind = operationKind
        self.retryAfter = retryAfter
        self.report = report
    }
}
