import Domain
import KubernetesAPI
import TestSupport
import Testing
import Wire

/// Credentials that a program prints.
struct ExecPluginTests {
    private static let version = "client.authentication.k8s.io/v1"

    private let folder: TemporaryFolder
    private let fine = Script.answer(#"{"resources":[]}"#)
    private let refused = Script.refusal(401, reason: "Unauthorized")

    init() throws { folder = try TemporaryFolder() }

    private func plugin(_ script: String) throws -> ExecPlugin {
        let file = try folder.write("#!/bin/sh\n\(script)\n", to: "plugin", mode: 0o700)
        return ExecPlugin(
            apiVersion: Self.version, command: file, arguments: ["x y"],
            environment: ["WORD": "hello"], cluster: ["server": "https://a"],
            installHint: "Get it from us.")
    }

    /// A plugin that prints a token that is different each time: `1`, `2`…
    private func counting(until moment: String = "") throws -> ExecPlugin {
        let expiry = moment.isEmpty ? "" : #","expirationTimestamp":"\#(moment)""#
        return try plugin(
            """
            cd '\(folder.path)'; echo >> runs; count=$(wc -l < runs | tr -d ' ')
            echo '{"apiVersion":"\(Self.version)","kind":"ExecCredential",'
            echo '"status":{"token":"'$count'"\(expiry)}}'
            """)
    }

    private func said(_ rig: Rig, _ count: Int) async -> [String?] {
        await rig.heard(count).map { $0.headers["authorization"] }
    }

    @Test func whatItPrintsIsSaidAndKept() async throws {
        try await Rig.answering(credential: .exec(counting()), [fine]) { rig in
            _ = try await rig.client.has(.pod)
            _ = try await rig.client.has(.pod)
            #expect(await said(rig, 2) == ["Bearer 1", "Bearer 1"])
        }
    }

    @Test func itRunsOnceForAll() async throws {
        try await Rig.answering(credential: .exec(counting()), [fine]) { rig in
            let client = rig.client
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { _ = try await client.has(.pod) } }
                try await group.waitForAll()
            }
            #expect(await Set(said(rig, 8)) == ["Bearer 1"])
        }
    }

    /// The clock of the tests begins with 2026.
    @Test(arguments: ["2026-01-01T00:01:00Z", "2026-01-01T01:01:00.000000+01:00"])
    func itRunsAgainWhenItsWordIsOld(_ moment: String) async throws {
        try await Rig.answering(credential: .exec(counting(until: moment)), [fine]) { rig in
            _ = try await rig.client.has(.pod)
            rig.clock.advance(by: .seconds(59))
            _ = try await rig.client.has(.pod)
            rig.clock.advance(by: .seconds(1))
            _ = try await rig.client.has(.pod)
            #expect(await said(rig, 3) == ["Bearer 1", "Bearer 1", "Bearer 2"])
        }
    }

    @Test func itRunsOnceMoreWhenItsWordIsRefused() async throws {
        try await Rig.answering(credential: .exec(counting()), [refused, fine, refused]) { rig in
            _ = try await rig.client.has(.pod)
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.has(.pod)
            }
            #expect(error?.code == 401)
            #expect(
                await said(rig, 4) == ["Bearer 1", "Bearer 2", "Bearer 2", "Bearer 3"])
        }
    }

    @Test func itIsToldWhatItMustKnow() async throws {
        let script = """
            test "$1 $WORD" = 'x y hello' || exit 1
            case "$KUBERNETES_EXEC_INFO" in
            '{"apiVersion":"\(Self.version)","kind":"ExecCredential","spec":{"cluster":\
            {"server":"https://a"},"interactive":false}}') ;;
            *) echo "$KUBERNETES_EXEC_INFO" >&2; exit 2 ;;
            esac
            echo '{"apiVersion":"\(Self.version)","status":{"token":"t"}}'
            """
        try await Rig.answering(credential: .exec(plugin(script)), [fine]) { rig in
            _ = try await rig.client.has(.pod)
            #expect(await said(rig, 1) == ["Bearer t"])
        }
    }

    @Test(arguments: [
        ("echo 'who are you?' >&2; exit 3", "who are you?"),
        ("echo hunter2", "ExecCredential"),
        (#"echo '{"apiVersion":"v0","status":{"token":"hunter2"}}'"#, "ExecCredential"),
        ("echo '{\"apiVersion\":\"\(version)\",\"status\":{}}'", "ExecCredential"),
        (
            "echo '{\"apiVersion\":\"\(version)\",\"status\":{\"token\":\"hunter2\","
                + "\"expirationTimestamp\":\"soon\"}}'", "ExecCredential"
        ),
        ("kill -9 $$", "failed"),
    ])
    func itsFailureIsToldWithItsHint(_ script: String, _ words: String) async throws {
        try await Rig.answering(credential: .exec(plugin(script)), [fine]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.has(.pod)
            }
            let told = error?.description ?? ""
            #expect(told.contains(words) && told.contains("Get it from us."), "\(told)")
            #expect(!told.contains("hunter2"))
        }
    }

    @Test func aPluginThatIsNotThereIsTold() async throws {
        let absent = ExecPlugin(apiVersion: Self.version, command: "/nowhere/login")
        try await Rig.answering(credential: .exec(absent), [fine]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.has(.pod)
            }
            #expect(error?.description.contains("/nowhere/login") == true)
        }
    }

    @Test func itIsNotWaitedForForEver() async throws {
        try await Rig.answering(credential: .exec(plugin("exec sleep 1000")), [fine]) { rig in
            let client = rig.client
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let error = await #expect(throws: KubernetesError.self) {
                        try await client.has(.pod)
                    }
                    #expect(error?.description.contains("took too long") == true)
                }
                for await event in rig.clock.events where event == .sleeps(.seconds(60)) {
                    rig.clock.advance(by: .seconds(60))
                    break
                }
                try await group.waitForAll()
            }
        }
    }
}
