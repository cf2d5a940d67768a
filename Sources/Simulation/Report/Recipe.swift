/// One operation with what must come before it, for trying all that can go wrong on its way.
package struct Recipe: Sendable {
    package var name: String
    package var prelude: [Scene]
    /// The scene in which things go wrong.
    package var act: Scene
    package var epilogue: [Scene] = []
    /// Whether bytes go on the way; then also pairs of troubles are tried.
    package var isDestructive = false

    static let first = Scene(.subscribe(customer: 0, service: 1, variant: 0), pause: 30)

    static func ask(_ verb: Deed.Verb, asAdmin: Bool = false, pause: Int = 60) -> Scene {
        Scene(.ask(verb, slot: 0, asAdmin: asAdmin, isConfirmed: true), pause: pause)
    }

    static func pass(_ hours: Int, pause: Int = 60) -> Scene {
        Scene(.pass(hours: hours), pause: pause)
    }

    private static func after(_ before: [Scene], _ name: String, _ act: Scene) -> Recipe {
        Recipe(name: name, prelude: [first] + before, act: act)
    }

    /// What an episode of this world may begin with.
    static func traps(in world: World) -> [Recipe] {
        switch world {
        case .docker: traps
        case .kubernetes: clusterTraps
        }
    }

    package static func all(in world: World) -> [Recipe] {
        let everywhere = operations + destructive + traps
        switch world {
        case .docker: return everywhere
        case .kubernetes: return everywhere + clusterTraps
        }
    }

    private static let operations: [Recipe] =
        [
            Recipe(
                name: "create", prelude: [],
                act: Scene(.subscribe(customer: 0, service: 1, variant: 0), pause: 60)),
            after([], "restart", ask(.restart)), after([], "stop", ask(.stop)),
            after([ask(.stop)], "start", ask(.start)), after([], "reset", ask(.reset)),
            after([ask(.reset)], "undo-reset", ask(.undoReset)),
            after([], "change-variant", ask(.changeToPlus)),
            after([Scene(.publish(version: 2))], "update", ask(.update)),
            after([Scene(.publish(version: 2)), ask(.update)], "rollback", ask(.rollback)),
            after([], "cancel", ask(.cancel)),
            after(
                [], "expire", Scene(.pay(isRenewal: false, slot: 0, isRepeated: true), pause: 60)),
            after([ask(.cancel)], "resubscribe", ask(.resubscribe)),
            after([ask(.cancel)], "delete", ask(.delete)),
            after([ask(.cancel), ask(.delete)], "undo-delete", ask(.undoDelete)),
            after(
                [Scene(.meddle(.unguard, slot: 0), pause: 0)], "guard",
                ask(.restart)),
            after(
                [Scene(.meddle(.removeContainer, slot: 0), pause: 0)], "repair",
                Scene(.pass(hours: 1), pause: 60)),
        ]

    private static let destructive: [Recipe] = [
        Recipe(
            name: "reset-destroy", prelude: [first, ask(.reset), pass(42)], act: pass(42),
            isDestructive: true),
        Recipe(
            name: "admin-destroy",
            prelude: [first, ask(.delete, asAdmin: true), pass(42)], act: pass(42),
            isDestructive: true),
        Recipe(
            name: "grace-destroy",
            prelude: [first, ask(.cancel), pass(42), pass(42), pass(14)], act: pass(42),
            epilogue: [pass(7)], isDestructive: true),
        Recipe(
            name: "orphan-clean",
            prelude: [
                first, Scene(.meddle(.plantWorkload, slot: 0), pause: 200),
                Scene(.meddle(.plantClaim, slot: 0), pause: 200), Scene(.decide(.disown)),
                pass(14, pause: 200), pass(14, pause: 200), Scene(.decide(.condemn)), pass(42),
            ],
            act: pass(42, pause: 300), isDestructive: true),
        putBack,
    ]

    static let putBack = Recipe(
        name: "put-back",
        prelude: [
            first, ask(.reset), Scene(.backUp), ask(.undoReset, pause: 200),
            Scene(.putBack, pause: 60), pass(42),
        ],
        act: pass(42, pause: 200), isDestructive: true)

    package var scenes: [Scene] { prelude + [act] + epilogue }

    /// The script with these troubles in its act, beside its own.
    package func script(
        _ faults: [Fault], seed: UInt64 = 1, in world: World = .docker
    ) -> Script {
        var recipe = self
        recipe.act.faults += faults
        return Script(seed: seed, setting: Setting(in: world), scenes: recipe.scenes)
    }
}
