import RealWorld
import TestSupport
import Testing

/// One data directory is for one server.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct SecondServerTests {
    @Test func aSecondServerIsRefusedAndTheFirstGoesOn() async throws {
        try await Install.with { install in
            let first = try await install.serve()
            let second = try install.startServer()
            #expect(await second.ending.code == 1)
            #expect(second.complained.contains("process \(first.run.process)"))
            #expect(second.complained.contains("already runs on"))
            #expect(second.said == "")
            #expect(try await install.customer(of: first).send(.GET, "me").status == 200)
        }
    }
}
