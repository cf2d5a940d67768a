/// All places at which something can go wrong on the way of an operation, each in each way.
package struct ExhaustivePlan: Sendable {
    package var recipe: Recipe
    /// How many calls the operation makes when nothing goes wrong.
    package var calls: Int
    package var scripts: [Script]

    /// One trouble at each place.
    private static func kinds(in world: World) -> [Fault.Kind] {
        let engine: [Fault.Kind] =
            switch world {
            case .docker: [.stale, .failed]
            case .kubernetes:
                [
                    .dropped(isTaken: true), .dropped(isTaken: false), .refused(409), .refused(410),
                    .refused(429), .refused(500), .late(60), .usurped,
                ]
            }
        return Fault.Phase.allCases.map { .crash($0) } + [
            .unreachable(isTaken: true), .unreachable(isTaken: false),
        ] + engine + [.busy, .full, .commitLost, .mailLater(isTaken: true), .slow(700)]
    }

    /// - Parameter hasPairs: Whether a destructive operation is also to meet two crashes.
    package init(
        _ recipe: Recipe, hasPairs: Bool, world: World = .docker, in laboratory: Laboratory
    ) throws {
        self.recipe = recipe
        calls = try laboratory.play(recipe.script([], in: world)).calls[recipe.prelude.count]
        scripts = Self.singles(calls, in: world).map { recipe.script($0, in: world) }
        if hasPairs, recipe.isDestructive {
            scripts += Self.pairs(calls).map { recipe.script($0, in: world) }
        }
    }

    private static func singles(_ calls: Int, in world: World) -> [[Fault]] {
        let kinds = kinds(in: world)
        return (0..<calls).flatMap { place in kinds.map { [Fault(after: place, $0)] } }
    }

    private static func pairs(_ calls: Int) -> [[Fault]] {
        (0..<calls).flatMap { first in
            (first + 1..<calls + 1).flatMap { second in
                Fault.Phase.allCases.flatMap { phase in
                    Fault.Phase.allCases.map { other in
                        [Fault(after: first, .crash(phase)), Fault(after: second, .crash(other))]
                    }
                }
            }
        }
    }
}
