/// A change of one's own password.
package struct PasswordBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case currentPassword, newPassword
    }

    package var currentPassword: String
    package var newPassword: String

    package init(currentPassword: String, newPassword: String) {
        self.currentPassword = currentPassword
        self.newPassword = newPassword
    }
}
