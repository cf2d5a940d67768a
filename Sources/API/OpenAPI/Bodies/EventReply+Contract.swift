import Domain
import Wire

extension EventReply: Documented {
    static let about = "Something that befell an instance."

    static let notes: [String: Note] = [
        "sequence": .count("Counts up without end; a page goes on `before` it.", from: 1),
        "at": .moment("When it was seen."),
        "severity": .oneOf(InstanceEvent.Severity.self, "An alert also wants a person."),
        "kind": "Stable, for programs: `volume-lost`.",
        "message": "What happened, to which thing, and what to do.",
    ]

    static let example = EventReply(
        sequence: 7, at: Example.then, severity: "warning", kind: "workload-restored",
        message: "The container was gone. It was made anew, on the same volume.")
}
