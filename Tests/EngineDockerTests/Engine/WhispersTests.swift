import DockerAPI
import Domain
import EngineDocker
import Logging
import RealWorld
import Synchronization
import TestSupport
import Testing

/// Whispers from engines that answer as a script says.
@Suite(.timeLimit(.minutes(1)))
struct WhispersTests {
    /// Time that passes at once.
    struct Hurry: WallClock {
        func now() -> Instant { Instant(milliseconds: 0) }
        func sleep(for duration: Duration) async throws { try Task.checkCancellation() }
    }

    static func event(_ action: String, _ instance: String, install: String = "abc") -> String {
        let labels = #"{"holdfast.install":"\#(install)","holdfast.instance":"\#(instance)"}"#
        let subject = #"{"ID":"c1","Attributes":\#(labels)}"#
        return #"{"Type":"container","Action":"\#(action)","Actor":\#(subject),"#
            + #""timeNano":1700000000000000042}"# + "\n"
    }

    /// Else a start that fails would be tried again at once, and again, for as long as it fails.
    @Test(arguments: ["mount", "unmount", "exec_start: sh", "archive-path"])
    func whatALookOrAFailureDoesIsNoNews(_ action: String) {
        let event = EngineEvent(type: "volume", action: action, subject: nil)
        #expect(event.isIdleTalk)
        for news in ["create", "destroy", "remove", "start", "die"] {
            #expect(!EngineEvent(type: "volume", action: news, subject: nil).isIdleTalk)
        }
    }

    /// The first so many.
    private static func whispers(_ count: Int, of engine: DockerEngine) async -> [InstanceID] {
        let (stream, heard) = AsyncStream.makeStream(of: InstanceID.self)
        return await withTaskGroup(of: [InstanceID].self) { group in
            group.addTask {
                await engine.whisper { heard.yield($0) }
                return []
            }
            group.addTask { await stream.prefix(count).reduce(into: []) { $0.append($1) } }
            defer { group.cancelAll() }
            return await group.next() ?? []
        }
    }

    @Test func breaksAreMendedAndStrangersUnheard() async throws {
        let connections = Atomic(0)
        let daemon = try await ScriptedDaemon { line in
            if line.hasPrefix("GET /_ping ") { return .open(ScriptedDaemon.pong) }
            switch connections.add(1, ordering: .relaxed).newValue {
            case 1:
                return .done(
                    ScriptedDaemon.answer(
                        Self.event("start", "x", install: "other")
                            + Self.event("exec_start: sh", "i0") + Self.event("die", "i1")))
            case 2: return .done("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n")
            case 3: return .done("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{")
            default: return .done(ScriptedDaemon.answer(Self.event("start", "i2")))
            }
        }
        let engine = try DockerEngine(
            .init(endpoint: daemon.endpoint, install: "abc"), clock: Hurry(),
            randomness: RealRandomness(), logger: Logger(label: "test"))
        #expect(await Self.whispers(2, of: engine) == [InstanceID("i1"), InstanceID("i2")])
        await engine.close()
        var feeds: [String] = []
        for await line in daemon.requests where line.contains("/events") {
            feeds.append(line)
            if feeds.count == 4 { break }
        }
        #expect(feeds.first.map { !$0.contains("since=") } ?? false)
        #expect(feeds.last?.contains("since=1700000000.000000042") ?? false)
        try await daemon.close()
    }
}
