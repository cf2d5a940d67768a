/// Why a request is not carried out; every text is for the person who asked.
package enum Refusal: Error, Equatable, Sendable {
    case malformed(String)
    case unauthenticated(String)
    case passwordChangeRequired
    case forbidden(String)
    case notFound(kind: String, id: String)
    case invalid(field: String, why: String)
    /// The confirmation is missing or wrong; `expected` is what to type.
    case confirmation(expected: String)
    /// One operation at a time.
    case busy(OperationID, kind: Operation.Kind)
    case conflict(String)
    case idempotencyMismatch(key: String)
    /// Too often in too short a time; it may be tried again after so many seconds.
    case tooMany(String, seconds: Int)
    case unavailable(String)
}
