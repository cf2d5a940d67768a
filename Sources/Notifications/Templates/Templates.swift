package import Domain

/// The texts of all kinds of notices; complete, or not there at all.
package struct Templates: Sendable {
    private let all: [Notice.Kind: Template]

    init(_ all: [Notice.Kind: Template]) { self.all = all }

    /// The subject and the text of a mail.
    package func text(
        of notice: Notice
    ) throws(DeliveryFailure) -> (subject: String, text: String) {
        guard let template = all[notice.kind] else {
            throw .never("There is no text for \(notice.kind.rawValue).")
        }
        return try template.fill(notice.values)
    }
}
