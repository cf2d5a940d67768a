import NIOCore

extension KubernetesClient {
    /// How many objects the server gives at once. With their histories of changes they are large,
    /// and while a page is read it takes many times its size; more at once are hardly faster.
    private static let pageSize = "100"
    /// How often a list is begun that grows too old before its end.
    private static let beginnings = 3

    /// All objects of a kind, as they are now: no server answers from what it remembers.
    ///
    /// - Parameters:
    ///   - namespace: `nil` for all.
    ///   - selector: By labels: `app=a,tier!=b`.
    ///   - fieldSelector: By the few fields that a kind allows: `metadata.name=a`.
    package func list<Body: Decodable & Sendable>(
        _ kind: ResourceKind, in namespace: String? = nil, selector: String? = nil,
        fieldSelector: String? = nil, as type: Body.Type = Body.self
    ) async throws(KubernetesError) -> ListAnswer<Body> {
        let path = try kind.path(in: namespace)
        let query = Self.selection(selector, fieldSelector) + [("limit", Self.pageSize)]
        for _ in 1..<Self.beginnings {
            if let list = try await wholeList(path, query, as: Body.self, isLast: false) {
                return list
            }
        }
        guard let list = try await wholeList(path, query, as: Body.self, isLast: true) else {
            throw .broken("the list of \(kind.plural) changes its version from page to page")
        }
        return list
    }

    /// As many objects of a kind as the server gives at once, of however many there are.
    package func some<Body: Decodable & Sendable>(
        _ kind: ResourceKind, selector: String? = nil, as type: Body.Type = Body.self
    ) async throws(KubernetesError) -> [Body] {
        let query = Self.selection(selector, nil) + [("limit", Self.pageSize)]
        let page: Page<Body> = try decode(await read(try kind.path(in: nil), query: query))
        return page.items ?? []
    }

    /// - Parameter isLast: Whether to throw when the list has grown too old.
    /// - Returns: `nil` where it is to be begun again. The token that comes with a 410 goes on
    ///   at another version: such a list has never been true, so it is not used.
    private func wholeList<Body: Decodable & Sendable>(
        _ path: String, _ query: [(String, String)], as type: Body.Type, isLast: Bool
    ) async throws(KubernetesError) -> ListAnswer<Body>? {
        var items: [Body] = []
        var version: String?
        var token: String?
        repeat {
            let page: Page<Body>
            do throws(KubernetesError) {
                let more = token.map { [("continue", $0)] } ?? []
                page = try decode(await read(path, query: query + more))
            } catch {
                guard error.code == 410, !isLast else { throw error }
                return nil
            }
            guard version == nil || version == page.metadata.resourceVersion else { return nil }
            version = page.metadata.resourceVersion
            items += page.items ?? []
            token = page.metadata.continue.flatMap { $0.isEmpty ? nil : $0 }
        } while token != nil
        return version.map { ListAnswer(items: items, resourceVersion: $0) }
    }

    static func selection(_ labels: String?, _ fields: String?) -> [(String, String)] {
        [("labelSelector", labels), ("fieldSelector", fields)].compactMap { name, value in
            value.map { (name, $0) }
        }
    }

    private struct Page<Body: Decodable & Sendable>: Decodable, Sendable {
        struct Meta: Decodable, Sendable {
            var resourceVersion: String
            var `continue`: String?
        }
        var metadata: Meta
        var items: [Body]?
    }
}
