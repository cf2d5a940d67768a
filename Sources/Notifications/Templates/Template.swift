import Domain
import Mustache

/// The text of one kind of notice.
struct Template: Sendable {
    private let subject: MustacheTemplate
    private let text: MustacheTemplate
    /// What it speaks of outside of sections, and so must have a value.
    private let needs: Set<String>

    init(subject: MustacheTemplate, text: MustacheTemplate, needs: Set<String>) {
        self.subject = subject
        self.text = text
        self.needs = needs
    }

    /// - Throws: `.never` where a value is missing: a mail with a hole in it would help nobody.
    func fill(
        _ values: [String: String]
    ) throws(DeliveryFailure) -> (subject: String, text: String) {
        if let missing = needs.subtracting(values.keys).min() {
            throw .never("It cannot be written: the notice has no value “\(missing)”.")
        }
        // A section of an empty value is left out.
        var present = values.filter { !$0.value.isEmpty }
        for moment in Self.moments {
            if let value = present[moment], let instant = Instant(reading: value) {
                present[moment] = instant.words
            }
        }
        return (subject.render(present), text.render(present))
    }

    /// What people are told as they write it themselves.
    private static let moments = [
        Notice.Value.endedAt, .graceEndsAt, .undoUntil,
    ].map(\.rawValue)
}
