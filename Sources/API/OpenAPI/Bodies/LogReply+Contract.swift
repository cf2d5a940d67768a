import Domain
import Wire

extension LogReply: Documented {
    static let about = "One line that a service has printed."

    static let notes: [String: Note] = [
        "stream": .oneOf(
            [LogLine.Stream.output, .error].map(\.rawValue), "Where it was printed."),
        "at": "When, as the engine wrote it down.",
        "text": "The line, without its end.",
    ]

    static let example = LogReply(
        stream: "stderr", at: "2026-01-31T09:30:02.417345104Z",
        text: "connected to /data/comments.db")
}
