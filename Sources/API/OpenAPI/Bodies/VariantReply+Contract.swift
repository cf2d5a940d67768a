import Wire

extension VariantReply: Documented {
    static let about = "A tier of a service."

    static let notes: [String: Note] = [
        "name": "Its name in requests.", "limits": "What a service of this tier may use.",
        "volumeSizes": "By the volume's name, such as `250Mi`.",
        "graceDays": .count("For how many days the data is kept after the end."),
    ]

    static let example = VariantReply(
        name: "Free", limits: .example, volumeSizes: ["data": "100Mi"], graceDays: 60)
}
