import Hummingbird

extension Request {
    /// The longest that an answer is held back, in seconds.
    static var longestWait: Int { 60 }

    /// For how many seconds the client would like to wait for the end (RFC 7240, `wait`); what
    /// is not understood is no preference.
    var preferredWait: Int? {
        for preference in headers[values: FieldName.prefer].flatMap({ $0.split(separator: ",") }) {
            let parts = preference.prefix { $0 != ";" }.split(separator: "=")
                .map { $0.trimming(while: \.isWhitespace) }
            if parts.count == 2, parts[0].lowercased() == "wait", let seconds = Int(parts[1]) {
                return seconds > 0 ? min(seconds, Self.longestWait) : nil
            }
        }
        return nil
    }
}

extension Substring {
    fileprivate func trimming(while matches: (Character) -> Bool) -> Substring {
        let start = drop(while: matches)
        guard let end = start.lastIndex(where: { !matches($0) }) else { return "" }
        return start[...end]
    }
}
