package import Logging
import Synchronization

/// Keeps what is logged, for tests that read it.
package final class LogCapture: Sendable {
    package struct Line: Sendable {
        package var level: Logger.Level
        package var message: String
        package var metadata: Logger.Metadata
    }

    private struct Handler: LogHandler {
        let capture: LogCapture
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            capture.keep(
                Line(level: event.level, message: event.message.description, metadata: all))
        }
    }

    private let kept = Mutex<[Line]>([])

    package init() {}

    package var lines: [Line] { kept.withLock(\.self) }

    package var logger: Logger { Logger(label: "test") { _ in Handler(capture: self) } }

    private func keep(_ line: Line) { kept.withLock { $0.append(line) } }
}
