import Domain
import Wire

extension LogReply {
    init(_ line: LogLine) {
        self.init(stream: line.stream.rawValue, at: line.at, text: line.text)
    }
}
