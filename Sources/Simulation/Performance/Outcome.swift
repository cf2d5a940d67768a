/// What became of an episode.
package struct Outcome: Sendable {
    package var script: Script
    package var violations: [Violation]
    /// The same for two runs in which all went the same way.
    package var hash: UInt64
    /// The story; empty where nobody asked for it.
    package var lines: [String]
    /// How many calls were made to the world in each scene, and after the last.
    package var calls: [Int]
    /// How many of them went wrong.
    package var faultsMet: Int
    /// How many pieces of work were run.
    package var steps: Int
    package var acts: Int
    package var destroyed: Int
    package var requests: Int
    package var acknowledged: Int
    /// What it has come to, of a long play; and the wishes that brought it there.
    package var summary: [String]
    var history: [Deed]
    var isMeddledWith: Bool
    /// How many wishes came to nothing, payments among them.
    var refused: Int
    /// Whether somebody never heard what became of a wish, nobody can tell which came first, or it
    /// depends on how much time went by.
    var isUncertain: Bool

    init(of script: Script, _ stage: Stage) {
        self.script = script
        violations = stage.violations
        hash = stage.trace.hash
        lines = stage.trace.lines
        calls = stage.callsByScene
        faultsMet = stage.faultsMet
        steps = stage.executor.steps
        acts = stage.acts.count
        destroyed = stage.truth.destroyed.count
        requests = stage.truth.requests.count
        summary = stage.truth.summary
        history = stage.truth.history
        isMeddledWith = stage.truth.isMeddledWith
        isUncertain =
            stage.truth.hasRaced || stage.truth.hasRunOut || stage.truth.hasSkippedGeneration
            || stage.truth.requests.values.contains { $0.operations.isEmpty && !$0.isRefused }
        refused =
            stage.truth.requests.values.count { $0.operations.isEmpty }
            + stage.truth.refusedPayments
        acknowledged = stage.truth.requests.values.count { !$0.operations.isEmpty }
    }
}
