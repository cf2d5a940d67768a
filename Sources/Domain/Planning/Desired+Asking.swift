extension Desired {
    /// Whether a look that was asked for `asked` tells all that a plan for this needs: it is about
    /// the same workload and the same claims, and what has become known of those, it has seen.
    package func isAnswered(by observed: Observed, askedAs asked: Desired) -> Bool {
        workload == asked.workload && claims.map(\.name) == asked.claims.map(\.name)
            && retired.map(\.name) == asked.retired.map(\.name)
            && zip(identities, asked.identities).allSatisfy { mine, theirs in
                mine.uid == theirs.uid || observed.claims[mine.name]?.uid == mine.uid
            }
    }

    private var identities: [(name: ClaimName, uid: ClaimUID?)] {
        claims.map { ($0.name, $0.uid) } + retired.map { ($0.name, $0.uid) }
    }
}
