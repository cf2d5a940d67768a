import Domain

extension Instant {
    /// Reads the value of a body's field.
    init(_ text: String, of field: String) throws(Refusal) {
        guard let instant = Instant(rfc3339: text) else {
            throw .invalid(field: field, why: "must be a time such as 2030-01-31T09:30:00Z")
        }
        self = instant
    }
}
