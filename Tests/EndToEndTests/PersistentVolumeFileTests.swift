import Foundation
import RealWorld
import TestSupport
import Testing

/// The specification's scenarios, as the file that people send from their editors has them.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct PersistentVolumeFileTests {
    @Test func everyRequestIsAnsweredAsTheFileSays() async throws {
        let path = Install.root.appending(path: "rest/persistent-volume-test.rest")
        let file = try RestFile(parsing: String(contentsOf: path, encoding: .utf8))
        #expect(file.requests.count > 40)
        try await Install.with { install in
            let server = try await install.serve()
            _ = try await install.admin(of: server)
            var run = RestRun(
                file,
                with: [
                    "server": server.url, "demoPassword": try install.demoPassword,
                    "adminPassword": Install.adminPassword,
                ])
            for request in file.requests { try await run.send(request) }
        }
    }
}
