/// A row of the audit and its hash. Written down elsewhere, it shows later that nothing up to it
/// was changed since.
package struct AuditHead: Equatable, Sendable, CustomStringConvertible {
    /// What the first row follows.
    package static let beginning = AuditHead(
        sequence: 0, hash: String(repeating: "0", count: 64))

    package var sequence: Int64
    /// SHA-256, 64 hexadecimal digits in lower case.
    package var hash: String

    package init(sequence: Int64, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    /// As `description` writes it: `42:9f86…`.
    package init?(parsing text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0,
            parts[1].wholeMatch(of: /[0-9a-f]{64}/) != nil
        else { return nil }
        self.init(sequence: sequence, hash: String(parts[1]))
    }

    package var description: String { "\(sequence):\(hash)" }
}
