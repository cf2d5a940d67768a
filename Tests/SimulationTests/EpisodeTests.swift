import Testing

@testable import Simulation

/// A few episodes; `make sim` plays many.
@SimulationQueue @Suite struct EpisodeTests {
    @Test func nothingBreaks() throws {
        let figures = try Campaign(threads: 2).run(SeededScripts(from: 1, count: 24))
        let stories = figures.bad.map { "seed \($0.script.seed): \($0.violations)" }
        #expect(stories == [])
        #expect(figures.episodes == 24)
        #expect(figures.repeated > 0)
        #expect(figures.faults > 24 * 5)
    }

    @Test(arguments: [3, 40, 77] as [UInt64])
    func theSameSeedTellsTheSameStory(_ seed: UInt64) throws {
        let script = Script(seed: seed)
        let outcomes = try [Laboratory(), Laboratory()].map { try $0.play(script, isTold: true) }
        #expect(outcomes[0].hash == outcomes[1].hash)
        #expect(outcomes[0].lines == outcomes[1].lines)
        #expect(Script(seed: seed) == script)
    }

    @Test func anotherSeedTellsAnother() throws {
        let laboratory = try Laboratory()
        let hashes = try (1...4).map { try laboratory.play(Script(seed: $0)).hash }
        #expect(Set(hashes).count == hashes.count)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func episodesAreLong(_ seed: UInt64) {
        let script = Script(seed: seed)
        #expect(script.operations >= 30)
        #expect(script.faults >= 10)
    }

    @Test func oneEpisodeLeavesNothingToTheNext() throws {
        let laboratory = try Laboratory()
        let first = try laboratory.play(Script(seed: 5)).hash
        _ = try laboratory.play(Script(seed: 6))
        #expect(try laboratory.play(Script(seed: 5)).hash == first)
    }
}
