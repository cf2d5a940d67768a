import Testing
@testable import Simulation
@Suite struct EpisodeTests {
    @Test func same() throws { let l = try Laboratory(); #expect(try l.play(Script(seed: 1)).hash == l.play(Script(seed: 1)).hash) }
}
