import FoundationEssentials
import Testing

@testable import CLI

@Suite("Completion") struct HintTests {
    private static let service = """
        {"name":"isso","title":"Isso","summary":"Comments.","image":"isso:1","volumes":[],\
        "variants":[{"name":"Free","limits":{"cpu":"1","memory":"1Gi","processes":1},\
        "volumeSizes":{},"graceDays":60}]}
        """

    /// What a shell asks the program for, and what it is answered.
    private func complete(_ stage: Stage, _ argument: String, _ words: String...) async -> String {
        let command = words.prefix { !$0.isEmpty && !$0.hasPrefix("-") && $0 != "isso" }
        let asked = await stage.run(
            ["---completion"] + command + ["--", argument, "\(words.count)", "0", "holdfast"]
                + words)
        #expect(asked == 0)
        return stage.terminal.complaints
    }

    private func stage(_ script: [StubTransport.Reply]) throws -> Stage {
        let stage = try Stage(script).loggedIn()
        stage.pause = { _ in try await Task.sleep(for: .seconds(3600)) }
        return stage
    }

    @Test("knows the services that one has") func instances() async throws {
        let stage = try stage([.json(200, Samples.page(Samples.subscription()))])
        #expect(await complete(stage, "positional@0", "show", "") == "isso-4k7m2p9x\n")
        #expect(stage.asked == ["GET /subscriptions?limit=200"])
        #expect(stage.header("Authorization") == ["Bearer access-1"])
    }

    @Test("knows what can be subscribed to, and its variants") func variants() async throws {
        let services = try stage([.json(200, Samples.page(Self.service))])
        #expect(await complete(services, "positional@0", "subscribe", "") == "isso\n")
        let variants = try stage([.json(200, Self.service)])
        #expect(await complete(variants, "positional@1", "subscribe", "isso", "") == "Free\n")
        #expect(variants.asked == ["GET /services/isso"])
    }

    @Test("knows operations and profiles") func others() async throws {
        let stage = try stage([.json(200, Samples.page(Samples.operation("running")))])
        #expect(await complete(stage, "positional@0", "operations", "watch", "") == "op1\n")
        try stage.write(config: "profiles: {b: {}, a: {}}")
        #expect(await complete(stage, "--profile", "list", "--profile", "").hasSuffix("\na\nb\n"))
    }

    @Test("asks the server that the command line names") func server() async throws {
        let stage = Stage([])
        try stage.file.save(
            Credentials(
                server: "https://other.example", email: "", accessToken: "t", refreshToken: "t"))
        let asked = await complete(
            stage, "positional@0", "show", "--server=https://another.example", "")
        #expect(asked.isEmpty || asked == "\n")
    }

    @Test(
        "is silent where the server refuses, is gone, or takes its time",
        arguments: [
            .json(401, Samples.problem(401, "unauthenticated")), .json(500, "oh"), .broken,
            .silence,
        ] as [StubTransport.Reply])
    func silent(_ reply: StubTransport.Reply) async throws {
        let again: [StubTransport.Reply] =
            if case .broken = reply { [reply, reply] } else { [reply] }
        let stage = try stage(again)
        if case .silence = reply { stage.pause = { _ in } }
        #expect(await complete(stage, "positional@0", "show", "").allSatisfy(\.isNewline))
        #expect(stage.terminal.output.isEmpty)
        #expect(!stage.asked.contains("POST /auth/refresh"))
    }

    @Test("is silent before the first login") func stranger() async throws {
        let stage = Stage([])
        #expect(await complete(stage, "positional@0", "show", "").allSatisfy(\.isNewline))
    }
}
