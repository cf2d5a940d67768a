import Domain

/// How a run of curl has ended. What it means is told from this alone.
enum CurlEnding: Equatable, Sendable {
    /// By itself; `output` has all that the server said, then the last of its codes.
    case ended(Int32, output: String, complaint: String)
    case broken(String)

    /// `nil` where the mail server has taken the message over.
    ///
    /// - Parameter secrets: What must not be told, should the server repeat it.
    func failure(hiding secrets: [String] = []) -> DeliveryFailure? {
        switch self {
        case .ended(0, _, _): return nil
        case .broken(let why): return .later(why)
        case .ended(let code, let output, let complaint):
            let reply = SMTPReply(lastOf: output)
            let words = Self.words(code, complaint, reply).hiding(secrets)
            return Self.isRecipientRefused(complaint, reply) ? .never(words) : .later(words)
        }
    }

    /// A server that refuses for good means the address; unless it says that it means us: that we
    /// must log in (RFC 4954), or may not send through it (RFC 3463, 5.7).
    private static func isRecipientRefused(_ complaint: String, _ reply: SMTPReply?) -> Bool {
        guard complaint.contains("RCPT failed: 5"), let reply else { return false }
        return ![530, 535].contains(reply.code) && !reply.text.contains(/\b5\.7\.\d/)
    }

    private static func words(
        _ code: Int32, _ complaint: String, _ reply: SMTPReply?
    ) -> String {
        let refused = complaint.firstMatch(of: /(MAIL|RCPT|DATA) failed/).map { String($0.1) }
        switch (refused, reply) {
        case ("RCPT", let reply?): return "The mail server refuses the recipient: \(reply.text)"
        case ("MAIL", let reply?): return "The mail server refuses the sender: \(reply.text)"
        case ("DATA", let reply?): return "The mail server refuses the message: \(reply.text)"
        default: return advice(code) + said(complaint, reply)
        }
    }

    private static func said(_ complaint: String, _ reply: SMTPReply?) -> String {
        let reason = complaint.replacing(#/curl: \(\d+\) /#, with: "").onOneLine
        let last = reply.flatMap { $0.code >= 400 ? " The server says: \($0.text)" : nil } ?? ""
        return (reason.isEmpty ? "" : " (\(reason))") + last
    }

    /// The exit codes of curl(1).
    private static func advice(_ code: Int32) -> String {
        switch code {
        case 5, 6: "The name of the mail server is not found."
        case 7: "The mail server cannot be reached."
        case 8: "The mail server refuses the message."
        case 28: "The mail server takes too long."
        case 35, 53, 54, 58, 59, 60, 77, 80, 82, 83, 90, 91:
            "There is no secure connection to the mail server; see --smtp-ca."
        case 64:
            "The mail server offers no encryption. Use smtps://, or allow --smtp-plain."
        case 67: "The mail server refuses the login; see --smtp-user and its password."
        default: "The mail server and curl do not get on (exit code \(code))."
        }
    }
}

extension String {
    fileprivate var onOneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    fileprivate func hiding(_ secrets: [String]) -> String {
        secrets.reduce(self) { $1.isEmpty ? $0 : $0.replacing($1, with: "…") }
    }
}
