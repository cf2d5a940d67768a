import Domain
import TestSupport
import Testing

@Suite struct DifferenceTests {
    private static let spec = WorkloadSpec(of: Fixtures.notes, variant: Fixtures.variant)

    private static let changes: [(String, @Sendable (inout WorkloadSpec) -> Void)] = [
        ("image", { $0.image = "other:1" }), ("command", { $0.command = ["x"] }),
        ("port", { $0.port = 1 }), ("user", { $0.user = nil }),
        ("environment", { $0.environment["X"] = "" }), ("secrets", { $0.secrets = [] }),
        ("volumes", { $0.volumes[0].owner = nil }), ("health", { $0.health.timeout = .zero }),
        ("stopTimeout", { $0.stopTimeout = .zero }), ("limits", { $0.limits.processes = 1 }),
    ]

    @Test func everyPartIsNamed() {
        #expect(Self.spec.differences(from: Self.spec) == [])
        var all = Self.spec
        for (name, change) in Self.changes {
            var one = Self.spec
            change(&one)
            change(&all)
            #expect(one != Self.spec)
            #expect(one.differences(from: Self.spec) == [name])
        }
        #expect(all.differences(from: Self.spec) == Self.changes.map(\.0))
        // A part without a line here would change unnamed.
        #expect(Mirror(reflecting: Self.spec).children.count == Self.changes.count)
    }
}
