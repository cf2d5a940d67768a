/// One thing that an object's status says, and why.
package struct Condition: Decodable, Equatable, Sendable {
    package var type: String
    /// `True`, `False`, `Unknown`.
    package var status: String
    package var reason: String?
    package var message: String?

    package init(type: String, status: String, reason: String? = nil, message: String? = nil) {
        self.type = type
        self.status = status
        self.reason = reason
        self.message = message
    }
}
