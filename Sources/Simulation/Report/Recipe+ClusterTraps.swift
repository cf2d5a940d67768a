/// The same where only the order of requests to a cluster, and what each says of the object that it
/// is about, stands between a mistake and a loss.
extension Recipe {
    package static let clusterTraps = [
        halfGone, intruder, takenName, waiting, unlabelled, startsWhatIsAnothers,
        removesWhatIsAnothers,
    ]

    /// The claim of an orphan is gone, and nobody lives to see that its bytes are not: it is
    /// guarded, then marked, and the third request removes it.
    private static let halfGone = Recipe(
        name: "half-gone",
        prelude: [
            first, Scene(.meddle(.plantClaim, slot: 0), pause: 200), Scene(.decide(.disown)),
            pass(14, pause: 200), pass(14, pause: 200), Scene(.decide(.condemn)), pass(42),
        ],
        act: Scene(
            .pass(hours: 42),
            faults: [.slow(1), .slow(1), .crash(.unrecorded)].map {
                Fault(after: 0, $0, at: .send)
            },
            pause: 300))

    /// Somebody has mounted what is to be destroyed.
    private static let intruder = Recipe(
        name: "mounted-by-others",
        prelude: [
            first, ask(.delete, asAdmin: true), Scene(.meddle(.intrude, slot: 0), pause: 60),
            pass(42),
        ],
        act: pass(42))

    /// Between the look and the destruction.
    private static let takenName = Recipe(
        name: "name-taken-by-others",
        prelude: [
            first, ask(.delete, asAdmin: true), pass(42),
            Scene(
                .pass(hours: 42),
                faults: (0..<2).map { _ in Fault(after: 0, .slow(30), at: .redeem) }, pause: 8),
        ],
        act: Scene(.meddle(.replaceClaim, slot: 0), pause: 60))

    /// The claim cannot be made anew as long as its namespace goes; then it is given up.
    private static let waiting = Recipe(
        name: "given-up-while-it-waits",
        prelude: [
            first, Scene(.meddle(.removeNamespace, slot: 0), pause: 0), ask(.cancel, pause: 8),
            ask(.delete, pause: 8), pass(42),
        ],
        act: pass(42))

    /// It is made and started, and the program is slow to guard it, which comes some ninety calls
    /// later; till then, its volume does not say whose it is.
    private static let unlabelled = Recipe(
        name: "removed-before-its-guard",
        prelude: [
            Scene(
                .subscribe(customer: 0, service: 1, variant: 0),
                faults: [Fault(after: 90, .slow(60), at: .send)], pause: 8)
        ],
        act: Scene(.meddle(.removeNamespace, slot: 0), pause: 60))

    private static let usurpers = (0..<6).map { _ in Fault(after: 0, .usurped, at: .send) }

    private static let startsWhatIsAnothers = Recipe(
        name: "starts-what-is-anothers", prelude: [first, ask(.stop)],
        act: Scene(
            .ask(.start, slot: 0, asAdmin: false, isConfirmed: true), faults: usurpers, pause: 60))

    private static let removesWhatIsAnothers = Recipe(
        name: "removes-what-is-anothers", prelude: [first, ask(.stop)],
        act: Scene(
            .ask(.delete, slot: 0, asAdmin: true, isConfirmed: true), faults: usurpers, pause: 60))
}
