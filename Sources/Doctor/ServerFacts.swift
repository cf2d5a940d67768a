/// This program, and the server that a client here would speak to.
package struct ServerFacts: Equatable, Sendable {
    package enum Answer: Equatable, Sendable {
        case silence
        /// Something that is no Holdfast.
        case stranger
        case holdfast(version: String?)
    }

    package var program: String
    package var address: String
    package var answer: Answer

    var findings: [Diagnosis] {
        [.ok(.program, "This is Holdfast \(program).")] + [serverFinding]
    }

    private var serverFinding: Diagnosis {
        switch answer {
        case .silence: .ok(.server, "No server answers at \(address); none is needed for this.")
        case .stranger:
            .note(
                .server, "What answers at \(address) is no Holdfast.",
                "Name the right address in HOLDFAST_SERVER or a profile.")
        case .holdfast(version: program): .ok(.server, "Holdfast \(program) answers at \(address).")
        case .holdfast(nil):
            .note(
                .server, "A Holdfast of unknown version answers at \(address).",
                "Restart it, if it was upgraded: systemctl restart holdfast")
        case .holdfast(let version?):
            .note(
                .server, "Holdfast \(version) answers at \(address), and this is \(program).",
                "Restart it, if it was upgraded: systemctl restart holdfast")
        }
    }
}
