import Domain
import Wire

extension StorageClassReply: Documented {
    static let about = "What volumes of one class of storage can do, as far as is known."

    static let notes: [String: Note] = [
        "name": "As the catalog has it.",
        "provisioner": "Whatever makes its volumes.",
        "isDefault": "Whether volumes of templates that name no class are of this one.",
        "keepsBytes":
            "Whether its volumes outlive their claims; else Holdfast makes a class beside it.",
        "grows": "Whether a volume can be made larger.",
        "enforcesSizes": "Whether a volume can hold no more than its size.",
        "snapshots": "Whether a volume can be copied as it is at a moment.",
        "moves": "Whether a service can go to another node with its volume.",
    ]

    static let example = StorageClassReply(
        name: "standard", provisioner: "ebs.csi.aws.com", isDefault: true, keepsBytes: false,
        grows: .example, enforcesSizes: .example, snapshots: .example, moves: .example)
}
