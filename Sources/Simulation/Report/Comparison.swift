/// What an episode has come to, beside what the same wishes come to, one after the other, when
/// nothing goes wrong.
///
/// Some cannot be compared: where strangers, clocks or an older database had a hand in it, or
/// where a wish came too late without faults that came in time with them, or what was paid for
/// came to its end in one of both.
package struct Comparison: Sendable {
    package private(set) var violations: [Violation] = []
    package private(set) var isComparable = false

    package init(_ script: Script, in laboratory: Laboratory) throws {
        let bad = try laboratory.play(script, isLong: true)
        violations = bad.violations
        guard violations.isEmpty, !bad.isMeddledWith, !bad.isUncertain else { return }
        let calm = Script(
            seed: script.seed, setting: script.setting,
            scenes: bad.history.map { Scene($0, pause: 60) })
        let good = try laboratory.play(calm, isLong: true)
        violations = good.violations
        guard violations.isEmpty, good.refused == 0, !good.isUncertain else { return }
        isComparable = true
        for (bad, good) in zip(bad.summary, good.summary) where bad != good {
            violations.append(
                Violation(
                    invariant: .same, what: "with faults \(bad); without: \(good)", at: .zero))
        }
    }
}
