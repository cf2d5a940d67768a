import Wire

extension LimitsReply: Documented {
    static let about = "What a service may use at most."

    static let notes: [String: Note] = [
        "cpu": "In cores: `500m`, `2`.", "memory": "Such as `512Mi`.",
        "processes": .count("How many processes and threads.", from: 1),
    ]

    static let example = LimitsReply(cpu: "500m", memory: "256Mi", processes: 64)
}
