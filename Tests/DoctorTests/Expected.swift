@testable import Doctor

/// The verdict, the kind of ailment, and a part of what is said or advised.
struct Expected: Sendable {
    var verdict: Diagnosis.Verdict
    var ailment: Ailment?
    var part: String

    static func ok(_ part: String) -> Self { Self(verdict: .ok, part: part) }
    static func note(_ part: String) -> Self { Self(verdict: .note, part: part) }
    static func problem(_ ailment: Ailment, _ part: String) -> Self {
        Self(verdict: .problem, ailment: ailment, part: part)
    }

    func isMet(by finding: Diagnosis) -> Bool {
        finding.verdict == verdict && finding.ailment == ailment
            && "\(finding.what) \(finding.advice ?? "")".contains(part)
            && (finding.advice == nil) == (verdict == .ok)
    }
}
