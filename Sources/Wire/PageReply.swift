/// A piece of a list.
package struct PageReply<Item: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    package var items: [Item]
    /// What to send as `after` (or `before`) to get the next piece; absent at the end.
    package var next: String?

    package init(items: [Item], next: String? = nil) {
        self.items = items
        self.next = next
    }
}
