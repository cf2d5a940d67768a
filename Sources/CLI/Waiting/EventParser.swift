/// Reads an event stream as it comes, cut anywhere, even within a letter
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html).
struct EventParser: Sendable {
    private var line: [UInt8] = []
    private var endedByReturn = false
    private var isFirstLine = true
    private var id = ""
    private var name = ""
    private var data: [String] = []

    init() {}

    /// The events that these bytes complete.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [ServerEvent] {
        bytes.compactMap { take($0) }
    }

    /// CR, LF and CR LF each end a line; the LF of a CR LF may come in the next piece.
    private mutating func take(_ byte: UInt8) -> ServerEvent? {
        let followsReturn = endedByReturn
        endedByReturn = byte == UInt8(ascii: "\r")
        if byte == UInt8(ascii: "\n"), followsReturn { return nil }
        guard endedByReturn || byte == UInt8(ascii: "\n") else {
            line.append(byte)
            return nil
        }
        defer { line.removeAll(keepingCapacity: true) }
        return end(of: String(decoding: line, as: UTF8.self))
    }

    private mutating func end(of text: String) -> ServerEvent? {
        var text = Substring(text)
        if isFirstLine, text.unicodeScalars.first == "\u{FEFF}" {
            text = Substring(text.unicodeScalars.dropFirst())
        }
        isFirstLine = false
        guard !text.isEmpty else { return dispatch() }
        let parts = text.split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count == 2 ? parts[1] : ""
        set(parts[0], to: String(value.first == " " ? value.dropFirst() : value))
        return nil
    }

    /// A comment has no name before its colon, and so sets nothing.
    private mutating func set(_ field: Substring, to value: String) {
        switch field {
        case "id" where !value.contains("\0"): id = value
        case "event": name = value
        case "data": data.append(value)
        default: break
        }
    }

    private mutating func dispatch() -> ServerEvent? {
        defer {
            name = ""
            data = []
        }
        guard !data.isEmpty else { return nil }
        return ServerEvent(
            id: id, name: name.isEmpty ? "message" : name, data: data.joined(separator: "\n"))
    }
}
