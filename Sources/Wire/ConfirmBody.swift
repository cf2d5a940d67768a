/// The confirmation of something that loses data.
package struct ConfirmBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case confirm
    }

    /// The instance's name, typed by a person.
    package var confirm: String?

    package init(confirm: String? = nil) {
        self.confirm = confirm
    }
}
