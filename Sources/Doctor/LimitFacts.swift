/// How many files and connections this user's programs may have open at once.
package struct LimitFacts: Equatable, Sendable {
    /// Up to which the server raises its own.
    package var openFiles: Int

    package init(openFiles: Int) { self.openFiles = openFiles }

    var findings: [Diagnosis] {
        let advice = "Raise it: LimitNOFILE=65536 in the unit, or ulimit -n before the start."
        let many = "A program here may have \(openFiles) files open"
        if openFiles < 1024 {
            return [.problem(.limits, .system, "\(many), too few for a server.", advice)]
        }
        if openFiles < 8192 {
            return [.note(.limits, "\(many); with many services that is little.", advice)]
        }
        return [.ok(.limits, "\(many).")]
    }
}
