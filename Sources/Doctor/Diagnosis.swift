/// One thing that was looked at: how it is, and what to do about it.
package struct Diagnosis: Equatable, Sendable, Encodable {
    package enum Subject: String, Sendable, Encodable {
        case engine, program, server, data, disk, limits, clock, catalog, ports, address, mail
        case webhook, cluster, rights, storage, policy, ingress
    }

    package enum Verdict: String, Sendable, Encodable {
        case ok
        /// Works, and a person should know.
        case note
        /// Does not work, or will not for long.
        case problem
    }

    package var subject: Subject
    package var verdict: Verdict
    package var what: String
    /// What to do.
    package var advice: String?
    /// Of what kind a problem is.
    package var ailment: Ailment?

    private init(
        _ subject: Subject, _ verdict: Verdict, _ what: String, _ advice: String? = nil,
        _ ailment: Ailment? = nil
    ) {
        self.subject = subject
        self.verdict = verdict
        self.what = what
        self.advice = advice
        self.ailment = ailment
    }

    static func ok(_ subject: Subject, _ what: String) -> Diagnosis {
        Diagnosis(subject, .ok, what)
    }

    static func note(_ subject: Subject, _ what: String, _ advice: String) -> Diagnosis {
        Diagnosis(subject, .note, what, advice)
    }

    static func problem(
        _ subject: Subject, _ ailment: Ailment, _ what: String, _ advice: String
    ) -> Diagnosis {
        Diagnosis(subject, .problem, what, advice, ailment)
    }

    private enum CodingKeys: String, CodingKey { case subject, verdict, what, advice }
}
