/// Something that an admin has done to a service.
package struct ActionBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case action, confirm
    }

    package var action: String
    /// The instance's name, where the action takes data away.
    package var confirm: String?

    package init(action: String, confirm: String? = nil) {
        self.action = action
        self.confirm = confirm
    }
}
