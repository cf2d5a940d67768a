import Testing

/// The rules of the house that no compiler knows.
@Suite struct HouseRulesTests {
    @Test func groundFloorDoesNoIO() throws {
        let modules = try SourceTree("Sources").files.filter { $0.target == "Domain" }
            .flatMap(\.imports)
        // A lock is no I/O.
        #expect(Set(modules) == ["FoundationEssentials", "Synchronization"])
    }

    @Test func onlyTheStoreMakesDestructionTickets() throws {
        let makers = try SourceTree("Sources").lines(matching: /@_spi\(Redemption\) .*import/)
            .filter { !$0.hasPrefix("Sources/Conformance/") }
        #expect(makers.count == 1)
        #expect(makers.allSatisfy { $0.hasPrefix("Sources/StoreSQL/") }, "\(makers)")
    }

    @Test func onePlaceDestroys() throws {
        let tree = try SourceTree("Sources")
        #expect(tree.lines(matching: /engine\.destroy\(/).count == 1)
        let removals = tree.lines(matching: /removeVolume\(under/)
        #expect(removals.filter { !$0.contains("func ") }.count == 1, "\(removals)")
    }

    @Test func nothingPrunesOrDeletesRows() throws {
        let tree = try SourceTree("Sources")
        #expect(tree.lines(matching: /\/prune|DELETE FROM|DROP TABLE/) == [])
    }

    /// What simulation will run must not leave its executor.
    @Test func noTaskIsLetLoose() throws {
        let tasks = try SourceTree("Sources").lines(matching: /\bTask(?:\.detached)? *\{/)
        #expect(tasks == [])
    }

    @Test func filesAndLinesStaySmall() throws {
        let files = try SourceTree("Sources").files + SourceTree("Tests").files
        #expect(files.filter { $0.lines.count > 400 }.map(\.path) == [])
        let long = files.filter { file in file.lines.contains { $0.count > 100 } }
        #expect(long.map(\.path) == [])
    }

    @Test func functionsStaySmall() throws {
        let functions = try (SourceTree("Sources").files + SourceTree("Tests").files)
            .flatMap(\.functions)
        #expect(functions.count > 1000, "the functions are not found any more")
        #expect(functions.filter { $0.length > 50 }.map(\.place) == [])
    }

    @Test func noDrawersForOddThings() throws {
        let names = try SourceTree("Sources").files.map(\.path)
        #expect(names.filter { $0.contains(/Utils|Utilities|Helper|Manager|Misc/) } == [])
    }
}
