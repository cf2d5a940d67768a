import Testing

/// The drawing in `docs/architecture.md`: imports point down, and what stands on one floor does
/// not see its neighbours.
@Suite struct LayerTests {
    /// What may be imported from the floor itself: a driver fills its port.
    private static let drivers = ["StoreSQLite": "StoreSQL"]

    private static let floors: [String: Int] = [
        "Domain": 0, "Wire": 1, "DockerAPI": 1, "KubernetesAPI": 2,
        "StoreSQL": 2, "StoreSQLite": 2, "EngineDocker": 2, "CatalogFiles": 2, "Credentials": 2,
        "Notifications": 2,
        "Doctor": 3, "EngineKubernetes": 3,
        "Operations": 3, "Reconciler": 4, "API": 4, "CLI": 4, "holdfast": 5, "TestSupport": 5,
        "holdfast-bench": 5, "Conformance": 6, "RealWorld": 6, "Simulation": 6, "holdfast-sim": 7,
    ]

    @Test func everyTargetHasAFloor() throws {
        let targets = Set(try SourceTree("Sources").files.map { String($0.target) })
        #expect(targets == Set(Self.floors.keys))
    }

    @Test func importsPointDown() throws {
        let wrong = try SourceTree("Sources").files.flatMap { file in
            file.imports.filter { !Self.may(String(file.target), see: $0) }
                .map { "\(file.path) imports \($0)" }
        }
        #expect(wrong == [])
    }

    /// A program with all of Swift inside has no testing library: what is built into one must not
    /// need it.
    @Test func onlyTestsSeeTheTestingLibrary() throws {
        let targets = Set(
            try SourceTree("Sources").files.filter { $0.imports.contains("Testing") }
                .map { String($0.target) })
        #expect(targets == ["Conformance", "RealWorld"])
    }

    /// The doors meet in the database only: no target of ours but `Domain` for the floors that a
    /// simulation runs.
    @Test(arguments: ["Operations", "Reconciler", "StoreSQL"])
    func theCoreSeesDomainOnly(_ target: String) throws {
        let imports = try SourceTree("Sources").files.filter { $0.target == target }
            .flatMap(\.imports).filter { Self.floors[$0] != nil }
        #expect(Set(imports) == ["Domain"])
    }

    private static func may(_ target: String, see module: String) -> Bool {
        guard let from = floors[target], let floor = floors[module] else { return true }
        return floor < from || drivers[target] == module
    }
}
