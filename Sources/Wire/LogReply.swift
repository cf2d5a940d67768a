/// One line that a service has printed.
package struct LogReply: Codable, Equatable, Sendable {
    /// `stdout` or `stderr`.
    package var stream: String
    /// As the engine wrote it down.
    package var at: String?
    package var text: String

    package init(stream: String, at: String? = nil, text: String) {
        self.stream = stream
        self.at = at
        self.text = text
    }
}
