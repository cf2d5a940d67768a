import Domain
import Wire

extension InstanceReply: Documented {
    static let about = """
        The running thing of one subscription. The scalar volume fields show its first volume; \
        they are absent while none is attached.
        """

    static let notes: [String: Note] = [
        "id": "Its id.",
        "name": "To be typed to confirm a reset; may stand for the subscription's id in paths.",
        "image": "What it is to run; absent where its record is damaged.",
        "wish": .capitals(ServiceInstance.Wish.self, "What it shall be."),
        "status": .capitals(Phase.self, "What was last seen."),
        "message": "Why it is in this status, where that is not plain.",
        "since": .moment("Since when; absent while it has never been looked at."),
        "url": "Where people reach the service.",
        "port": "The port of the host on which it is reached.",
        "restarts": .count("How many restarts have been seen done."),
        "generation": .count("Which generation of volumes is attached.", from: 1),
        "volumeClaimName": "The name of the volume at the engine; never used twice.",
        "volumeStatus": .oneOf(Volume.ClaimStatus.self, "Whether the volume is there."),
        "volumeSize": "Such as `250Mi`.",
        "volumeMountPath": "Where the service finds the volume.",
        "storageClass": "What kind of storage it is, where the engine knows kinds.",
        "accessMode": "Who may mount it at once: `ReadWriteOnce`.",
        "volumes": "Of the present generation first, then those that are kept for an undo.",
        "engine": "Absent until the engine was first called.",
    ]

    static let example = InstanceReply(
        id: Example.instanceID, name: Example.instance, image: "holdfast/isso:0.13.0",
        wish: "RUNNING", status: "RUNNING",
        message: "It answers.", since: Example.later, url: Example.url, port: 20_000,
        restarts: 0, generation: 1, volumeClaimName: Example.claim, volumeStatus: "Bound",
        volumeSize: "100Mi", volumeMountPath: "/data", storageClass: "local",
        accessMode: "ReadWriteOnce", volumes: [.example], engine: .example)
}
