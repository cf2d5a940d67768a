import Domain
import KubernetesAPI
import TestSupport
import Testing

/// Who this program says it is, with each request.
struct CredentialTests {
    private let fine = Script.answer(#"{"resources":[]}"#)
    private let refused = Script.refusal(401, reason: "Unauthorized")

    /// What was said in the first requests.
    private func said(_ rig: Rig, _ count: Int) async -> [String?] {
        await rig.heard(count).map { $0.headers["authorization"] }
    }

    @Test func nothingIsSaidWithoutCredential() async throws {
        try await Rig.answering([fine]) { rig in
            _ = try await rig.client.has(.pod)
            #expect(await said(rig, 1) == [nil])
        }
    }

    @Test func aTokenIsSaidAndARefusalStands() async throws {
        try await Rig.answering(credential: .token("abc"), [refused]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.has(.pod)
            }
            #expect(error?.code == 401)
            #expect(await said(rig, 1) == ["Bearer abc"])
        }
    }

    @Test func aTokensFileIsReadAsItIsNow() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("one\n", to: "token")
        try await Rig.answering(credential: .tokenFile(file), [fine]) { rig in
            _ = try await rig.client.has(.pod)
            try folder.write("two", to: "token")
            _ = try await rig.client.has(.pod)
            #expect(await said(rig, 2) == ["Bearer one", "Bearer two"])
        }
    }

    @Test func aTokenThatChangedWhileItWasRefusedIsTriedOnce() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("0", to: "token")
        try await Rig.run(
            credential: .tokenFile(file),
            { request in
                let said = request.headers["authorization"] ?? ""
                _ = try? folder.write(said + "+", to: "token")
                return refused
            }
        ) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.has(.pod)
            }
            #expect(error?.code == 401)
            #expect(await said(rig, 2) == ["Bearer 0", "Bearer Bearer 0+"])
            _ = try? await rig.client.version()
            #expect(await said(rig, 1) == ["Bearer Bearer Bearer 0++"])
        }
    }

    @Test(arguments: [nil, " \n"]) func aTokenThatIsNotThereIsTold(_ text: String?) async throws {
        let folder = try TemporaryFolder()
        if let text { try folder.write(text, to: "token") }
        let file = "\(folder.path)/token"
        try await Rig.answering(credential: .tokenFile(file), [fine]) { rig in
            let error = await #expect(throws: KubernetesError.self) {
                try await rig.client.has(.pod)
            }
            #expect(error?.description.contains(file) == true)
        }
    }
}
