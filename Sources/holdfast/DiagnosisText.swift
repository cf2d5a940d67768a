import CLI
import Doctor

/// Findings, as people read them: a line each, and below it what to do.
enum DiagnosisText {
    static func text(_ findings: [Diagnosis], _ paint: Paint) -> String {
        let lines = findings.flatMap { finding in
            let subject = finding.subject.rawValue.padded(to: 9)
            let line = "\(mark(finding.verdict, paint)) \(paint.bold(subject))\(finding.what)"
            return [line] + (finding.advice.map { ["                  → \($0)"] } ?? [])
        }
        return (lines + ["", summary(findings, paint)]).joined(separator: "\n")
    }

    private static func mark(_ verdict: Diagnosis.Verdict, _ paint: Paint) -> String {
        let word = verdict.rawValue.padded(to: 8)
        return switch verdict {
        case .ok: paint.green(word)
        case .note: paint.yellow(word)
        case .problem: paint.red(word)
        }
    }

    private static func summary(_ findings: [Diagnosis], _ paint: Paint) -> String {
        let problems = findings.count { $0.verdict == .problem }
        let notes = findings.count { $0.verdict == .note }
        guard problems > 0 else { return paint.green("No problem, \(notes) to know of.") }
        return paint.red("Problems: \(problems), and \(notes) to know of.")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
