/// What leads, step by step, to where one guard alone stands between a mistake and a loss. By
/// chance an episode seldom comes by there; so some begin with one of these.
extension Recipe {
    package static let traps: [Recipe] =
        olderDatabases + [
            goneBack, namedAgain, wrongFromTheStart,
            Recipe(
                name: "held-by-what-is-gone",
                prelude: [
                    first, ask(.reset), Scene(.meddle(.plantClaim, slot: 0), pause: 200),
                    Scene(.meddle(.uproot, slot: 0), pause: 200), pass(42),
                ],
                act: pass(42)),
            Recipe(
                name: "condemned-early",
                prelude: [
                    first, Scene(.meddle(.plantClaim, slot: 0), pause: 200),
                    Scene(.decide(.disown)),
                    pass(42, pause: 30), Scene(.decide(.condemn), pause: 30), pass(42),
                ],
                act: pass(42)),
            Recipe(
                name: "warned-of-another-ending",
                prelude: [
                    first, ask(.cancel), pass(42), pass(42), pass(14), ask(.resubscribe),
                    Scene(.mail(isDown: true)), ask(.cancel), pass(42), pass(42), pass(42),
                ],
                act: pass(42)),
            Recipe(
                name: "taken-back-too-late",
                prelude: [
                    first, ask(.reset), pass(42),
                    Scene(
                        .pass(hours: 42),
                        faults: (0..<4).map { _ in Fault(after: 0, .failed, at: .destroy) },
                        pause: 1),
                ],
                act: ask(.undoReset)),
            Recipe(
                name: "taken-back-at-the-last-moment",
                prelude: [
                    first, ask(.reset), pass(42),
                    Scene(
                        .pass(hours: 42),
                        faults: [Fault(after: 0, .slow(30), at: .redeem)], pause: 1),
                ],
                act: ask(.undoReset)),
            Recipe(
                name: "deleted-in-grace",
                prelude: [
                    first, ask(.cancel), pass(42), pass(42), pass(14), ask(.delete),
                    pass(42, pause: 200),
                ],
                act: ask(.undoDelete)),
            Recipe(
                name: "given-up-unseen",
                prelude: [
                    first,
                    Scene(
                        .subscribe(customer: 1, service: 0, variant: 0),
                        faults: [Fault(after: 0, .crash(.unanswered), at: .act)], pause: 1),
                    Scene(.engine(isDown: true), pause: 60),
                    Scene(.ask(.delete, slot: 1, asAdmin: true, isConfirmed: true)),
                    Scene(.engine(isDown: false), pause: 60), pass(42),
                ],
                act: pass(42)),
        ]

    /// The next release, and back again by the copy that was made before, as the manual says.
    private static let goneBack = Recipe(
        name: "gone-back",
        prelude: [
            first, ask(.reset), Scene(.backUp), Scene(.install(isNext: true), pause: 30),
            ask(.undoReset, pause: 200), Scene(.install(isNext: false), pause: 30),
            Scene(.putBack, pause: 200), pass(42),
        ],
        act: pass(42))

    /// The clock was behind when the grace began, and is right again long before that is over.
    private static let wrongFromTheStart = Recipe(
        name: "wrong-from-the-start",
        prelude: [
            Scene(.leap(days: -40), pause: 60),
            Scene(.subscribe(customer: 0, service: 1, variant: 1), pause: 30), ask(.cancel),
            Scene(.leap(days: 40), pause: 60), Scene(.decide(.acceptClock), pause: 60), pass(42),
        ],
        act: pass(42, pause: 200))

    /// The older database gives a name out again that a volume of the later one bears.
    private static let namedAgain = Recipe(
        name: "named-again",
        prelude: [
            first, Scene(.backUp), ask(.reset), Scene(.putBack, pause: 200),
        ],
        act: ask(.reset))

    /// What was taken back after the backup, and is to be destroyed by the backup's rows.
    private static let olderDatabases = [
        Recipe(
            name: "put-back-and-due",
            prelude: [
                first, ask(.delete, asAdmin: true), pass(42), Scene(.backUp),
                ask(.undoDelete, asAdmin: true, pause: 200), pass(35, pause: 200),
            ],
            act: Scene(
                .putBack,
                faults: (0..<4).map { _ in
                    Fault(after: 0, .unreachable(isTaken: false), at: .survey)
                },
                pause: 60)),
        Recipe(
            name: "put-back-and-counted-on",
            prelude: [
                first, ask(.reset), Scene(.backUp), ask(.undoReset, pause: 200),
                Scene(.engine(isDown: true), pause: 0), Scene(.putBack),
                Scene(.subscribe(customer: 1, service: 0, variant: 0)),
            ] + (0..<16).map { _ in Scene(.kill, pause: 3) } + [
                Scene(.engine(isDown: false), pause: 60), pass(42),
            ],
            act: pass(42)),
        Recipe(
            name: "put-back-and-forgotten",
            prelude: [
                first, ask(.reset), Scene(.backUp), ask(.undoReset, pause: 200),
                Scene(.engine(isDown: true), pause: 0), Scene(.putBack),
                Scene(.meddle(.forgetEpoch, slot: 0)), Scene(.engine(isDown: false), pause: 60),
                pass(42),
            ],
            act: pass(42)),
        Recipe(
            name: "put-back-and-left-bare",
            prelude: [
                first, Scene(.backUp), ask(.reset), Scene(.engine(isDown: true), pause: 0),
                Scene(.putBack), Scene(.meddle(.unguard, slot: 0)),
                Scene(.meddle(.unguard, slot: 0)), Scene(.meddle(.unguard, slot: 0)),
            ],
            act: Scene(.engine(isDown: false), pause: 60)),
        Recipe(
            name: "put-back-under-a-container",
            prelude: [
                first, Scene(.backUp), ask(.reset), ask(.cancel),
                Scene(.engine(isDown: true), pause: 0), Scene(.putBack), ask(.reset, pause: 8),
                Scene(.meddle(.removeClaim, slot: 0)), Scene(.meddle(.removeClaim, slot: 0)),
            ],
            act: Scene(.engine(isDown: false), pause: 60)),
    ]
}
