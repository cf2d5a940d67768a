import Wire

extension VolumeTemplateReply: Documented {
    static let about = "A volume that every instance of a service gets."

    static let notes: [String: Note] = [
        "name": "Its name in the catalog.", "mountPath": "Where the service finds it.",
    ]

    static let example = VolumeTemplateReply(name: "data", mountPath: "/data")
}
