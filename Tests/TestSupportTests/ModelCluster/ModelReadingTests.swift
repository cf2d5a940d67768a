import TestSupport
import Testing
import Wire

/// Lists and watches, as kube-apiserver 1.36.2 answers them.
@Suite struct ModelReadingTests {
    private static let path = "/api/v1/namespaces/default/configmaps"

    /// `c0`…`c4`; all but the first have labels.
    private static func world() -> ModelWorld {
        var world = ModelWorld()
        for number in 0..<5 {
            var body: JSONValue = ["metadata": ["name": .string("c\(number)")]]
            if number > 0 {
                body["metadata", "labels"] = ["a": .string("\(number % 2)"), "odd": "y"]
            }
            world.ask("POST", path, body)
        }
        return world
    }

    private static func names(_ answer: ModelAnswer) -> [String] {
        answer.body["items"]?.items.compactMap(\.name) ?? []
    }

    @Test(
        arguments: [
            ("a=1", ["c1", "c3"]), ("a==1", ["c1", "c3"]), ("a!=1", ["c0", "c2", "c4"]),
            ("a", ["c1", "c2", "c3", "c4"]), ("!a", ["c0"]), ("a in (0)", ["c2", "c4"]),
            ("a notin (0)", ["c0", "c1", "c3"]), ("a=1,odd=y", ["c1", "c3"]),
            ("odd in (y),a!=0", ["c1", "c3"]), ("a=", []), (" a = 1 ", ["c1", "c3"]),
        ] as [(String, [String])])
    func labelsSelect(_ selector: String, _ names: [String]) {
        var world = Self.world()
        var request = ModelRequest("GET", Self.path, json: nil)
        request.query["labelSelector"] = selector
        #expect(Self.names(world.ask(request)) == names)
    }

    @Test(arguments: ["a=(", "a in", "a=1,,", "a=b c"])
    func brokenSelectorsAreRefused(_ selector: String) {
        var world = Self.world()
        var request = ModelRequest("GET", Self.path, json: nil)
        request.query["labelSelector"] = selector
        #expect(world.ask(request).code == 400)
    }

    @Test func pagesAreOfOneVersionUntilItIsForgotten() {
        var world = Self.world()
        let first = world.ask("GET", "\(Self.path)?limit=2")
        #expect(Self.names(first) == ["c0", "c1"])
        #expect(first.body["metadata", "remainingItemCount"] == 3)
        let token = first.body["metadata", "continue"]?.text ?? ""
        world.ask("DELETE", "\(Self.path)/c2")
        let second = world.ask("GET", "\(Self.path)?limit=2&continue=\(token)")
        #expect(Self.names(second) == ["c2", "c3"])
        world.cluster.compact()
        let late = world.ask("GET", "\(Self.path)?limit=2&continue=\(token)")
        #expect(late.code == 410)
        #expect(late.body["reason"] == "Expired")
        let newToken = late.body["metadata", "continue"]?.text ?? ""
        let rest = world.ask("GET", "\(Self.path)?limit=2&continue=\(newToken)")
        #expect(Self.names(rest) == ["c3", "c4"])
        #expect(rest.body.resourceVersion != first.body.resourceVersion)
    }

    @Test func theFutureIsRefusedToListsAndSilentToWatches() {
        var world = Self.world()
        let list = world.ask("GET", "\(Self.path)?resourceVersion=999")
        #expect(list.code == 504)
        #expect(
            list.body["details", "causes"]?.items.first?["reason"] == "ResourceVersionTooLarge")
        let watch = "\(Self.path)?watch=1&resourceVersion=999"
        #expect(world.events(ModelRequest("GET", watch, json: nil)) == [])
        let streaming = world.events(
            ModelRequest(
                "GET", "\(watch)&sendInitialEvents=true&resourceVersionMatch=NotOlderThan",
                json: nil))
        #expect(streaming.map(\.["type"]) == ["ERROR"])
    }

    @Test func aWatchHearsHowObjectsComeAndGo() throws {
        var world = Self.world()
        let request = ModelRequest(
            "GET",
            "\(Self.path)?watch=1&labelSelector=a%3D1&resourceVersion=\(world.cluster.version)",
            json: nil)
        var watch = try world.cluster.watch(request).get()
        _ = world.merge("\(Self.path)/c1", ["metadata": ["labels": ["a": "0"]]])
        _ = world.merge("\(Self.path)/c2", ["metadata": ["labels": ["a": "1"]]])
        world.ask("DELETE", "\(Self.path)/c3")
        world.ask("DELETE", "\(Self.path)/c0")
        _ = world.merge("\(Self.path)/c2", ["data": ["k": "1"]])
        let events = world.cluster.events(for: &watch)
        #expect(
            events.map { "\($0["type"]?.text ?? "") \($0["object"]?.name ?? "")" }
                == ["DELETED c1", "ADDED c2", "DELETED c3", "MODIFIED c2"])
        // As it was when it still belonged here.
        #expect(events.first?["object"]?.labels["a"] == "1")
        #expect(world.cluster.events(for: &watch) == [])
    }

    @Test func aForgottenVersionEndsAWatch() throws {
        var world = Self.world()
        let start = world.cluster.version
        world.ask("DELETE", "\(Self.path)/c0")
        world.cluster.compact()
        let events = world.events(
            ModelRequest("GET", "\(Self.path)?watch=1&resourceVersion=\(start)", json: nil))
        #expect(events.map(\.["type"]) == ["ERROR"])
        #expect(events.first?["object", "code"] == 410)
    }
}
