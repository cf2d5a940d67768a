/// One line that a service has printed.
package struct LogLine: Equatable, Sendable {
    package enum Stream: String, Sendable { case output = "stdout", error = "stderr" }

    package var stream: Stream
    /// As the engine wrote it down, RFC 3339.
    package var at: String?
    package var text: String

    package init(stream: Stream, at: String?, text: String) {
        self.stream = stream
        self.at = at
        self.text = text
    }
}
