import Wire

extension History {
    /// A service whose volume g1 is reset to g2 while row 2 is under way.
    static let sample = History(
        rows: [
            Row(number: 1, service: "isso", span: 2...3),
            Row(number: 2, service: "isso", span: 4...6),
            Row(number: 3, service: "isso", span: 9...10),
        ],
        tenures: [
            Tenure(service: "isso", claim: "g1", from: 1, until: 8),
            Tenure(service: "isso", claim: "g2", from: 5, until: nil),
        ],
        orders: [
            Order(id: "o1", kind: "create", subscription: "s", state: "succeeded", message: "done"),
            Order(id: "o2", kind: "reset", subscription: "s", state: "succeeded", message: "done"),
        ],
        sightings: [
            Sighting(moment: 2, runs: ["g1": ["a1"]]), Sighting(moment: 7, runs: ["g2": ["b1"]]),
        ],
        words: [
            Word(era: 1, instance: "i", container: "a", kind: .start),
            Word(era: 1, instance: "j", container: "x", kind: .start),
            Word(era: 1, instance: "i", container: "a", kind: .die),
            Word(era: 1, instance: "i", container: "b", kind: .start),
        ])
}

extension Evidence {
    static let sample = Evidence(
        contents: ["g1": [1, 2], "g2": [3]],
        audit: [
            .sample("subscription.create", on: "s", [:]),
            .sample("instance.reset", on: "i", ["operation": "o2"]),
        ],
        operations: [.sample(id: "o1", kind: "create"), .sample(id: "o2", kind: "reset")],
        integrity: ["holdfast.db": "ok"])
}

extension AuditReply {
    static func sample(
        _ action: String, at: String = "2026-01-01T12:00:00.000Z", on subject: String,
        _ details: [String: String]
    ) -> Self {
        AuditReply(
            sequence: 1, at: at, actor: "u", role: "customer", action: action, subject: "any",
            subjectId: subject, details: details)
    }
}

extension [AuditReply] {
    static func destruction(of claim: String) -> Self {
        let retired = ["confirmation": "isso", "notBefore": "2026-01-01T12:00:00.000Z"]
        return [
            .sample("volume.retire", on: "v", ["claim": claim].merging(retired) { $1 }),
            .sample("volume.destroy-begun", on: "v", ["claim": claim]),
            .sample("volume.destroyed", on: "v", ["claim": claim]),
        ]
    }
}

extension OperationReply {
    static func sample(id: String, kind: String) -> Self {
        OperationReply(
            id: id, kind: kind, state: "succeeded", message: "done", subscriptionId: "s",
            instance: "isso", requestedBy: "u", createdAt: "", deadline: "", steps: [])
    }
}

extension Inventory {
    /// One service, on its second volume.
    static let sample = Inventory(
        services: [
            InstanceReply(
                id: "i1", name: "isso", wish: "RUNNING", status: "RUNNING", port: 1, restarts: 0,
                generation: 2,
                volumes: [
                    .sample("g2", generation: 2, state: "attached"),
                    .sample("g1", generation: 1, state: "retired"),
                ])
        ],
        containers: [
            Container(id: "c1", instance: "i1", isRunning: true, volumes: ["g2"])
        ],
        volumes: ["g1", "g2"], networks: ["hf-x"])
}

extension VolumeReply {
    static func sample(_ claim: String, generation: Int, state: String) -> Self {
        VolumeReply(
            id: claim, name: "data", generation: generation, state: state,
            volumeClaimName: claim, volumeStatus: "Bound", volumeSize: "1Gi",
            volumeMountPath: "/data", accessMode: "ReadWriteOnce", createdAt: "")
    }
}
