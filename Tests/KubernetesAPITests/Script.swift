import Synchronization

/// Answers that are given one after the other; the last is given again and again.
final class Script: Sendable {
    private let answers: Mutex<ArraySlice<String>>

    init(_ answers: [String]) { self.answers = Mutex(answers[...]) }

    func next() -> String {
        answers.withLock { answers in
            answers.count > 1 ? answers.removeFirst() : answers.first ?? ""
        }
    }
}

extension Script {
    /// An answer with a body of known length.
    static func answer(
        _ body: String, status: String = "200 OK", headers: String = ""
    ) -> String {
        "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    static func refusal(
        _ code: Int, reason: String = "", message: String = "no", headers: String = "",
        details: String = "{}"
    ) -> String {
        answer(
            """
            {"kind":"Status","status":"Failure","code":\(code),"reason":"\(reason)",\
            "message":"\(message)","details":\(details)}
            """, status: "\(code) Refused", headers: headers)
    }

    /// The head of a stream, and its first lines.
    static func stream(_ lines: String...) -> String {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + lines.map(chunk).joined()
    }

    /// One more line of a stream.
    static func chunk(_ line: String) -> String { raw(line + "\n") }

    /// One more piece of a stream.
    static func raw(_ text: String) -> String {
        "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n"
    }

    /// The end of a stream.
    static let end = "0\r\n\r\n"

    static func list(_ names: [String], version: Int, more: String = "") -> String {
        let items = names.map { #"{"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
        return answer(
            """
            {"metadata":{"resourceVersion":"\(version)","continue":"\(more)"},"items":[\(items)]}
            """)
    }

    static func event(_ type: String, _ name: String, version: Int) -> String {
        """
        {"type":"\(type)","object":{"metadata":{"name":"\(name)","resourceVersion":"\(version)"}}}
        """
    }
}
