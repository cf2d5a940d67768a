/// What the clock shows, beside the time that counts.
package struct ClockReply: Codable, Equatable, Sendable {
    package var now: String
    /// The time that counts: it goes on only while it is watched.
    package var counted: String
    /// In words, where the two disagree.
    package var doubt: String?
    /// What to send to say that the clock is right.
    package var confirm: String

    package init(now: String, counted: String, doubt: String? = nil, confirm: String) {
        self.now = now
        self.counted = counted
        self.doubt = doubt
        self.confirm = confirm
    }
}
