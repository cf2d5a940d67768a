import Hummingbird

extension String {
    /// Without the tokens that somebody may have written where they do not belong.
    var withoutTokens: String {
        utf8.contains(UInt8(ascii: "_")) ? replacing(/hf[tr]_[A-Za-z0-9]*/, with: "hf…") : self
    }
}

extension Request {
    /// The path for logs and records; not of any length.
    var loggedPath: String {
        let path = uri.path.withoutTokens
        return path.utf8.count > 200 ? String(path.unicodeScalars.prefix(200)) : path
    }
}
