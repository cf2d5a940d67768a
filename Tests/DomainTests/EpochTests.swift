import Domain
import Testing

/// By what an older copy of the database knows that it is one.
@Suite struct EpochTests {
    @Test(
        arguments: [
            (nil, 0, 0, .behind), (nil, 7, 7, .behind),
            (7, 7, 7, .agrees), (6, 7, 6, .behind), (6, 7, 7, .behind),
            (8, 7, 7, .ahead(8)), (8, 7, 5, .ahead(8)),
            // The copy has counted on by itself, past what a later state has written down.
            (8, 9, 7, .ahead(8)), (8, 8, 7, .ahead(8)),
        ] as [(Int64?, Int64, Int64, EpochVerdict)])
    func verdict(
        _ engine: Int64?, _ database: Int64, _ witnessed: Int64, _ expected: EpochVerdict
    ) {
        let verdict = EpochVerdict(engine: engine, database: database, witnessed: witnessed)
        #expect(verdict == expected)
    }

    @Test(arguments: [
        ("hf-x-isso-4k7m2p9x-data-g2", ["isso-4k7m2p9x/data/2", "isso/4k7m2p9x-data/2"]),
        ("hf-x-a-b-g12", ["a/b/12"]),
        ("hf-x-a-g1", []), ("hf-x-a-b-g0", []), ("hf-x-a-b-2", []), ("hf-x-a-b-gx", []),
        ("hf-y-a-b-g1", []), ("hf-x-", []), ("", []),
    ])
    func readings(_ name: String, _ expected: [String]) {
        let readings = ClaimName(name).readings(install: "x")
        #expect(readings.map { "\($0.instance)/\($0.volume)/\($0.generation)" } == expected)
    }

    @Test func aNameIsReadAsItWasMade() throws {
        let name = ClaimName(install: "x", instance: "isso-4k", volume: "data", generation: 3)
        let first = try #require(name.readings(install: "x").first)
        #expect((first.instance, first.volume, first.generation) == ("isso-4k", "data", 3))
    }

    @Test func aMomentToTheMinute() {
        #expect(Instant(milliseconds: 1_767_225_659_999).minute == "2026-01-01T00:00Z")
    }
}
