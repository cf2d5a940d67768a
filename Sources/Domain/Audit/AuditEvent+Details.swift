extension AuditEvent {
    /// The details as they are kept: the same details always give the same bytes, for ever, since
    /// hashes are made of them. Names come in the order of their bytes, and only what RFC 8259
    /// (section 7) demands is escaped.
    package var detailsText: String { Self.text(of: details) }

    package static func text(of details: [String: String]) -> String {
        let pairs = details.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\(quoted($0.key)):\(quoted($0.value))" }
        return "{\(pairs.joined(separator: ","))}"
    }

    private static func quoted(_ text: String) -> String {
        let inner = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\u{0}"..."\u{1F}":
                "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"\(inner.joined())\""
    }
}
