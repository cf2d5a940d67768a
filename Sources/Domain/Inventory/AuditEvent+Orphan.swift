extension AuditEvent {
    /// What was done about an orphan, with all that tells it from others.
    package init(of orphan: Orphan, _ action: String, at moment: Instant, by actor: Actor) {
        var details = [
            "kind": orphan.object.kind.rawValue, "name": orphan.object.name,
            "uid": orphan.object.uid, "firstSeen": orphan.firstSeen.description,
            "looks": "\(orphan.looks)",
        ]
        details["condemnedBy"] = orphan.condemnedBy
        details["confirmation"] = orphan.confirmation
        details["notBefore"] = orphan.notBefore?.description
        details["proof"] = orphan.proof
        self.init(
            at: moment, actor: actor, action: action, subject: "orphan",
            subjectID: orphan.id.rawValue, details: details)
    }
}
