/// All objects of a kind, as they were at one moment.
package struct ListAnswer<Body: Decodable & Sendable>: Sendable {
    package var items: [Body]
    /// Of that moment; a watch may begin here.
    package var resourceVersion: String

    package init(items: [Body], resourceVersion: String) {
        self.items = items
        self.resourceVersion = resourceVersion
    }
}

extension ListAnswer: Equatable where Body: Equatable {}
