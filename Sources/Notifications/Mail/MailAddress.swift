/// An e-mail address that can stand in a header and in SMTP as it is.
///
/// Narrower than RFC 5321: letters beyond ASCII and quoted names, which many servers refuse, are
/// none here. So nothing that ends a line or a bracket can be in one.
package struct MailAddress: Equatable, Sendable, CustomStringConvertible {
    package let text: String

    /// RFC 5321, section 4.5.3.1.
    private static let longest = 254
    private static let longestName = 64

    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count == 2,
            parts[0].utf8.count <= Self.longestName,
            parts[0].wholeMatch(of: /[A-Za-z0-9!#$%&'*+\/=?^_`{|}~.\-]+/) != nil,
            Self.isDomain(parts[1])
        else { return nil }
        self.text = text
    }

    package var domain: String { text.split(separator: "@").last.map(String.init) ?? "" }

    package var description: String { text }

    private static func isDomain(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            label.utf8.count <= 63
                && label.wholeMatch(of: /[A-Za-z0-9]([A-Za-z0-9\-]*[A-Za-z0-9])?/) != nil
        }
    }
}
