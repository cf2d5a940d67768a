import Domain
import Wire

extension OrphanReply: Documented {
    static let about =
        "Something in the engine that bears the label of this installation, and that no row claims."

    static let notes: [String: Note] = [
        "id": "Its id, also of the ticket under which it goes.",
        "kind": .oneOf(EngineObject.Kind.self, "A volume, or a container."),
        "name": "The name that the engine has for it.",
        "uid": "What tells it from any other that ever bore its name.",
        "instance": "The instance that it says it belongs to, where there is one.",
        "state": .oneOf(
            [Orphan.State.seen, .condemned, .begun].map(\.rawValue),
            "`condemned` ones go after `removedAfter`; once it has `begun` there is no way back."),
        "firstSeen": .moment("When it was first seen, by the time that counts."),
        "lastSeen": .moment("When a look that counts last saw it."),
        "looks": .count("How many looks have seen it, at least a minute apart.", from: 1),
        "removable": "Whether a confirmation of the report would condemn it.",
        "reason": "Why not.",
        "removedAfter": .moment("When a condemned one goes, unless that is taken back."),
    ]

    static let example = OrphanReply(
        id: Example.volume, kind: "claim", name: Example.claim, uid: "0c1d2e3f",
        instance: Example.instance, state: "seen", firstSeen: Example.then,
        lastSeen: Example.later, looks: 3, removable: false,
        reason: "it has been seen for 2 seconds, and must be for 1 day",
        removedAfter: Example.end)
}
