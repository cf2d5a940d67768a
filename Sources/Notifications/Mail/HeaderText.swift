import FoundationEssentials

/// Text in the head of a mail, where only ASCII may stand.
enum HeaderText {
    /// In an encoded word of 75 characters (RFC 2047, section 2) 63 are left for base 64.
    private static let mostBytes = 45

    /// A name before an address.
    static func phrase(_ name: String) -> String {
        // What RFC 5322 calls an atom needs no quotes, and RFC 2047 allows nothing in them.
        name.wholeMatch(of: /[A-Za-z0-9!#$%&'*+\/=?^_`{|}~\- ]+/) != nil && !name.contains("=?")
            ? name : encoded(name)
    }

    /// The subject: plain where that can be, else in encoded words, on lines of their own.
    static func unstructured(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        return isPlain && text.utf8.count <= 65 && !text.contains("=?") ? text : encoded(text)
    }

    private static func encoded(_ text: String) -> String {
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if bytes.count + next.count > mostBytes {
                words.append(word(bytes))
                bytes = []
            }
            bytes += next
        }
        return (words + [word(bytes)]).joined(separator: "\r\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
    }
}
