/// Whether something can be done.
package struct AbilityReply: Codable, Equatable, Sendable {
    /// `yes`, `no`, `unknown`.
    package var answer: String
    /// In words, where it is not simply so.
    package var why: String?

    package init(answer: String, why: String? = nil) {
        self.answer = answer
        self.why = why
    }
}
