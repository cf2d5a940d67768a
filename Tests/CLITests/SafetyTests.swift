import Testing

@testable import CLI

@Suite("An admin who looks after what is destroyed") struct SafetyTests {
    private static func orphans(_ state: String, removable: Bool) -> String {
        """
        {"digest":"d1","orphans":[{"id":"o1","kind":"claim","name":"hf-x-stray","uid":"u1",\
        "state":"\(state)","firstSeen":"2026-01-30T00:00:00.000Z",\
        "lastSeen":"2026-01-31T09:30:00.000Z","looks":3,"removable":\(removable),\
        "removedAfter":"2026-02-03T09:30:00.000Z"}]}
        """
    }

    private static let hold = """
        {"kind":"breaker","why":"50 volumes.","since":"2026-01-31T09:30:00.000Z","inForce":true,\
        "remedy":"See what is meant.","confirm":"breaker 2026-01-31T09:30:00.000Z"}
        """

    private static func quarantine(_ inForce: Bool) -> String {
        """
        {"inForce":\(inForce),"why":"It is older.","since":"2026-01-31T09:30:00.000Z",\
        "digest":"d2","databaseEpoch":37,"engineEpoch":42,"claims":[{"name":"hf-x-a-data-g2",\
        "uid":"u2","instance":"a","generation":2,"adoptable":true}],"condemned":1}
        """
    }

    private static func clock(_ doubt: String = "") -> String {
        """
        {"now":"2026-01-31T09:30:00.000Z","counted":"2026-01-31T09:30:00.000Z",\(doubt)\
        "confirm":"2026-01-31T09:30Z"}
        """
    }

    @Test("sees orphans, and how to have them removed") func orphans() async throws {
        let stage = try Stage([.json(200, Self.orphans("seen", removable: true))]).loggedIn()
        #expect(await stage.run("admin", "orphans") == 0)
        #expect(stage.asked == ["POST /admin/pods/cleanup-orphaned"])
        #expect(stage.transport.requests[0].body == Array("{}".utf8))
        #expect(stage.terminal.output.contains("hf-x-stray"))
        #expect(stage.terminal.output.hasSuffix("holdfast admin orphans --confirm d1\n"))
    }

    @Test("confirms a report by its digest, and takes that back") func confirmed() async throws {
        let stage = try Stage([.json(200, Self.orphans("condemned", removable: false))]).loggedIn()
        #expect(await stage.run("admin", "orphans", "--confirm", "d1") == 0)
        #expect(stage.transport.requests[0].body == Array(#"{"digest":"d1"}"#.utf8))
        #expect(stage.terminal.output.contains("goes after 2026-02-03 09:30:00Z"))
        #expect(stage.terminal.output.hasSuffix("holdfast admin orphans --undo\n"))
        let undo = try Stage([.json(200, #"{"digest":"d0","orphans":[]}"#)]).loggedIn()
        #expect(await undo.run("admin", "orphans", "--undo") == 0)
        #expect(undo.asked == ["POST /admin/pods/cleanup-orphaned/undo"])
        #expect(undo.terminal.output == "There are no orphans.\n")
        let both = try Stage([]).loggedIn()
        #expect(await both.run("admin", "orphans", "--undo", "--confirm", "d1") == 64)
    }

    @Test("is shown what there is, where another report was confirmed") func outdated()
        async throws
    {
        let report = ",\"report\":\(Self.orphans("seen", removable: true))"
        let stage = try Stage([.json(409, Samples.problem(409, "conflict", report))]).loggedIn()
        #expect(await stage.run("admin", "orphans", "--confirm", "d0") == 3)
        #expect(stage.terminal.complaints.contains("hf-x-stray"))
        #expect(stage.terminal.complaints.contains("--confirm d1"))
    }

    @Test("lets the breaker pass after typing") func breaker() async throws {
        let lifted = Self.hold.replacing("\"inForce\":true", with: "\"inForce\":false")
        let stage = try Stage(
            [.json(200, Samples.page(Self.hold)), .json(200, lifted)], canAsk: true,
            typed: ["breaker"]
        ).loggedIn()
        #expect(await stage.run("admin", "breaker", "--minutes", "30") == 0)
        #expect(stage.asked == ["GET /admin/holds", "POST /admin/breaker"])
        let body = String(decoding: stage.transport.requests[1].body ?? [], as: UTF8.self)
        #expect(body.contains(#""confirm":"breaker 2026-01-31T09:30:00.000Z""#))
        #expect(body.contains(#""minutes":30"#))
        let hasty = try Stage(
            [.json(200, Samples.page(Self.hold))], canAsk: true, typed: ["yes"]
        ).loggedIn()
        #expect(await hasty.run("admin", "breaker") == 3)
        let piped = try Stage([.json(200, Samples.page(Self.hold))]).loggedIn()
        #expect(await piped.run("admin", "breaker") == 64)
        #expect(piped.terminal.complaints.contains("--confirm 'breaker 2026"))
        let calm = try Stage([.json(200, Samples.page())]).loggedIn()
        #expect(await calm.run("admin", "holds") == 0)
        #expect(calm.terminal.output == "Nothing is held back.\n")
    }

    @Test("sees a quarantine, and decides") func quarantine() async throws {
        let seen = try Stage([.json(200, Self.quarantine(true))]).loggedIn()
        #expect(await seen.run("admin", "quarantine") == 0)
        for part in ["It is older.", "hf-x-a-data-g2", "37 here, 42", "d2", "adopt"] {
            #expect(seen.terminal.output.contains(part), "\(part)")
        }
        let typed = try Stage(
            [.json(200, Self.quarantine(true)), .json(200, Self.quarantine(false))],
            canAsk: true, typed: ["adopt"]
        ).loggedIn()
        #expect(await typed.run("admin", "quarantine", "adopt") == 0)
        #expect(
            typed.transport.requests[1].body.map { String(decoding: $0, as: UTF8.self) }?
                .contains(#""confirm":"d2""#) == true)
        #expect(typed.terminal.output == "There is no quarantine.\n")
        let given = try Stage([.json(200, Self.quarantine(false))]).loggedIn()
        #expect(await given.run("admin", "quarantine", "disown", "--confirm", "d2") == 0)
        let unsaid = try Stage([]).loggedIn()
        #expect(await unsaid.run("admin", "quarantine", "--confirm", "d2") == 64)
    }

    @Test("sees the clock, and says that it is right") func clock() async throws {
        let shown = try Stage([.json(200, Self.clock())]).loggedIn()
        #expect(await shown.run("admin", "clock") == 0)
        #expect(shown.terminal.output.contains("Doubt   none"))
        let doubt = #""doubt":"It leapt.","#
        let typed = try Stage(
            [.json(200, Self.clock(doubt)), .json(200, Self.clock())], canAsk: true,
            typed: ["2026-01-31T09:30Z"]
        ).loggedIn()
        #expect(await typed.run("admin", "clock", "accept") == 0)
        #expect(
            typed.transport.requests[1].body == Array(#"{"confirm":"2026-01-31T09:30Z"}"#.utf8))
    }

    @Test("sees all that may be amiss") func debug() async throws {
        let report = """
            {"clock":\(Self.clock()),"engine":{"state":"reachable"},"epoch":{"database":3},\
            "holds":[\(Self.hold)],"items":[{"id":"i1","name":"isso-4k7m2p9x",\
            "owner":"ann@example.org","subscriptionId":"s1","subscriptionStatus":"CANCELLED",\
            "wish":"STOPPED","status":"STOPPED","generation":1,\
            "volumes":[\(Samples.volume(1, "attached"))],"disagreements":["It runs."]}],\
            "next":"i1","orphans":\(Self.orphans("seen", removable: true)),\
            "storage":[{"state":"attached","volumes":1,"size":1048576,"used":1}],\
            "strays":[{"kind":"workload","name":"hf-x-web","uid":"c1","mayWrite":true}],\
            "trouble":"It did not answer.","unknown":[]}
            """
        let stage = try Stage([.json(200, report)]).loggedIn()
        #expect(await stage.run("admin", "debug", "--limit", "1", "--after", "i2") == 0)
        #expect(stage.asked == ["GET /admin/pods/debug?limit=1&after=i2"])
        for part in [
            "It did not answer.", "50 volumes.", "hf-x-web", "hf-x-stray", "ann@example.org",
            "CANCELLED", "hf-x-isso-4k7m2p9x-data-g1", "It runs.", "1Mi", "--after i1",
        ] {
            #expect(stage.terminal.output.contains(part), "\(part)")
        }
    }
}
