/// A client's own name for one request, so that a repeat is not a second request.
package struct IdempotencyKey: Hashable, Sendable {
    package var userID: UserID
    package var value: String

    package init(userID: UserID, value: String) {
        self.userID = userID
        self.value = value
    }
}
