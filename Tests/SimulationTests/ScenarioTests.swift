import Foundation
import Testing

@testable import Simulation

/// Episodes that once broke something, as short as they could be made.
@SimulationQueue @Suite struct ScenarioTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Scenarios")

    @Test func nothingThatOnceBrokeBreaksAgain() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
            .filter { $0.hasSuffix(".json") }.sorted()
        #expect(!files.isEmpty)
        let laboratory = try Laboratory()
        for file in files {
            let text = try Data(contentsOf: Self.folder.appending(path: file))
            let script = try JSONDecoder().decode(Script.self, from: text)
            #expect(try laboratory.play(script).violations == [], "\(file)")
        }
    }
}
