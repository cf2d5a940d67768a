import Wire

extension HealthReply: Documented {
    static let about = "That this program serves."

    static let notes: [String: Note] = ["status": .always("ok", "Always the same.")]

    static let example = HealthReply(status: "ok")
}
