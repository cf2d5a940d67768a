import CatalogFiles
import Domain
import FoundationEssentials
import TestSupport
import Testing

@Suite("A catalog's folder that is watched", .timeLimit(.minutes(1))) struct CatalogWatchTests {
    /// A folder, a watch over it, and what the watch has told, in words.
    private struct Post {
        let folder: String
        let clock: ManualClock
        let ask: AsyncStream<Void>.Continuation
        var told: AsyncStream<String>.Iterator
        var events: AsyncStream<ManualClock.Event>.Iterator

        func write(_ text: String, to name: String = "notes.yaml") throws {
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"), options: .atomic)
        }

        /// Lets one interval pass, once the watch waits for it.
        mutating func tick() async {
            #expect(await events.next() == .sleeps(.seconds(5)))
            clock.advance(by: .seconds(5))
        }
    }

    private func watching(
        _ body: (inout Post) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("catalog-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (asks, ask) = AsyncStream.makeStream(of: Void.self)
        let (words, word) = AsyncStream.makeStream(of: String.self)
        let clock = ManualClock()
        var post = Post(
            folder: folder, clock: clock, ask: ask, told: words.makeAsyncIterator(),
            events: clock.events.makeAsyncIterator())
        try post.write(Self.notes("1"))
        let watch = CatalogWatch(folder: folder, every: .seconds(5), clock: clock)
        let stamp = CatalogStamp(of: folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await watch.run(since: stamp, asks: asks) { reading in
                    switch reading {
                    case .success(let catalog):
                        word.yield(catalog.services.map(\.image).joined(separator: " "))
                    case .failure(let errors): word.yield("\(errors)")
                    }
                }
            }
            try await body(&post)
            group.cancelAll()
        }
    }

    private static func notes(_ tag: String, name: String = "notes") -> String {
        """
        name: \(name)
        title: Notes
        summary: Keeps notes.
        image: example/notes:\(tag)
        port: 80
        volumes: [{name: data, mountPath: /data}]
        health: {tcp: true, timeout: 5s, startPeriod: 5s}
        stopTimeout: 5s
        consistency: stop
        variants: [{name: Basic, cpu: 1, memory: 1Gi, processes: 9, volumes: {data: 1Gi}}]

        """
    }

    @Test("is read again when a file is changed, added or removed") func changes() async throws {
        try await watching { post in
            try post.write(Self.notes("2"))
            await post.tick()
            #expect(await post.told.next() == "example/notes:2")
            try post.write(Self.notes("3", name: "other"), to: "other.yaml")
            await post.tick()
            #expect(await post.told.next() == "example/notes:2 example/notes:3")
            try FileManager.default.removeItem(atPath: "\(post.folder)/other.yaml")
            await post.tick()
            #expect(await post.told.next() == "example/notes:2")
        }
    }

    @Test("is refused whole, once, and taken when it is mended") func mistakes() async throws {
        try await watching { post in
            try post.write(Self.notes("2").replacing("port: 80", with: "prot: 80"))
            await post.tick()
            #expect(
                await post.told.next() == """
                    notes.yaml:1:1: “port” is missing; add it, such as “port: 8080”.
                    notes.yaml:5:1: unknown key “prot”; did you mean “port”?
                    """)
            await post.tick()
            await post.tick()
            // Nothing was told in between, else it would come first.
            try post.write(Self.notes("2"))
            await post.tick()
            #expect(await post.told.next() == "example/notes:2")
        }
    }

    @Test("is not read as long as it stays as it is, unless somebody asks") func quiet()
        async throws
    {
        try await watching { post in
            await post.tick()
            await post.tick()
            post.ask.yield()
            #expect(await post.told.next() == "example/notes:1")
            try post.write(Self.notes("2"))
            await post.tick()
            #expect(await post.told.next() == "example/notes:2")
        }
    }

    @Test("is missed when it goes away, and found when it is back") func gone() async throws {
        try await watching { post in
            let aside = "\(post.folder)-aside"
            try FileManager.default.moveItem(atPath: post.folder, toPath: aside)
            await post.tick()
            #expect(await post.told.next()?.contains("cannot be read as a folder") == true)
            try FileManager.default.moveItem(atPath: aside, toPath: post.folder)
            await post.tick()
            #expect(await post.told.next() == "example/notes:1")
        }
    }

    @Test("is known by what its links point to") func links() async throws {
        try await watching { post in
            let (one, two) = ("\(post.folder)/one", "\(post.folder)/two")
            try Data(Self.notes("8").utf8).write(to: URL(filePath: one))
            try Data(Self.notes("9").utf8).write(to: URL(filePath: two))
            let inner = "\(post.folder)/now"
            try FileManager.default.createSymbolicLink(
                atPath: inner, withDestinationPath: one)
            try FileManager.default.removeItem(atPath: "\(post.folder)/notes.yaml")
            try FileManager.default.createSymbolicLink(
                atPath: "\(post.folder)/notes.yaml", withDestinationPath: inner)
            await post.tick()
            #expect(await post.told.next() == "example/notes:8")
            try FileManager.default.removeItem(atPath: inner)
            try FileManager.default.createSymbolicLink(
                atPath: inner, withDestinationPath: two)
            await post.tick()
            #expect(await post.told.next() == "example/notes:9")
        }
    }
}
