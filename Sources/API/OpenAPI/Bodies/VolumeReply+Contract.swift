import Domain
import Wire

extension VolumeReply: Documented {
    static let about = "A volume, attached or kept."

    static let notes: [String: Note] = [
        "id": "Its id.", "name": "Its name in the catalog.",
        "generation": .count("Each reset makes a new one.", from: 1),
        "state": .oneOf(Volume.State.self, "A retired one is kept until `keptUntil`."),
        "volumeClaimName": "Its name at the engine; never used twice.",
        "volumeStatus": .oneOf(Volume.ClaimStatus.self, "Whether it is there."),
        "volumeSize": "Such as `250Mi`.",
        "sizeEnforced": "Whether it can hold no more than that; else the size is advisory.",
        "used": .count("How many bytes it held when it was last measured.", from: 0),
        "volumeMountPath": "Where the service finds it.",
        "storageClass": "What kind of storage it is, where the engine knows kinds.",
        "accessMode": "Who may mount it at once: `ReadWriteOnce`.",
        "createdAt": .moment("When it was recorded."),
        "retiredAt": .moment("When a reset or its undo took it out."),
        "keptUntil": .moment("When a retired volume is destroyed unless that is undone."),
        "destroyedAt": .moment("When it was seen gone."),
    ]

    static let example = VolumeReply(
        id: Example.volume, name: "data", generation: 1, state: "attached",
        volumeClaimName: Example.claim, volumeStatus: "Bound", volumeSize: "100Mi",
        sizeEnforced: true, used: 1_048_576, volumeMountPath: "/data", storageClass: "local",
        accessMode: "ReadWriteOnce",
        createdAt: Example.then, retiredAt: Example.later, keptUntil: Example.end,
        destroyedAt: Example.end)
}
