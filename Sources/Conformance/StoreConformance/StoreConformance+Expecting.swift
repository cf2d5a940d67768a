import Domain
import Testing

extension StoreConformance {
    static func expect<Value: Equatable & Sendable>(
        _ store: any Store, _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: @Sendable @escaping (any StoreReader) throws -> Value
    ) async throws {
        let found = try await store.read(body)
        #expect(found == expected, sourceLocation: sourceLocation)
    }

    static func expectConflict(
        sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
    ) async {
        await #expect(sourceLocation: sourceLocation) {
            try await body()
        } throws: { error in
            if case Refusal.conflict = error { true } else { false }
        }
    }

    /// Something that the store must fail at, leaving nothing behind.
    static func expectFailure(
        sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
    ) async {
        await #expect(throws: StoreFailure.self, sourceLocation: sourceLocation) {
            try await body()
        }
    }

    /// Turns all pages of two, and wants to see `ids`, each once and in this order.
    static func expectPages<Entity>(
        of ids: [Identifier<Entity>], _ store: any Store,
        _ body:
            @Sendable @escaping (
                any StoreReader, Page<Entity>
            ) throws -> [Identifier<Entity>]
    ) async throws {
        var found: [Identifier<Entity>] = []
        var page = Page<Entity>(limit: 2)
        while true {
            let rows = try await store.read { [page] in try body($0, page) }
            #expect(rows.count <= 2)
            found += rows
            guard let last = rows.last, found.count <= ids.count else { break }
            page = Page(limit: 2, after: last)
        }
        #expect(found == ids)
    }
}
