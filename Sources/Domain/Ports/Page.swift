/// A piece of a list: so many rows, after the last one that was shown.
package struct Page<Entity>: Equatable, Sendable {
    package static var largest: Int { 200 }

    package var limit: Int
    package var after: Identifier<Entity>?

    package init(limit: Int = 50, after: Identifier<Entity>? = nil) {
        self.limit = min(max(1, limit), Self.largest)
        self.after = after
    }
}
