/// A change of one's own password.
package struct PasswordBody: RequestBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case current, new
    }

    package var current: String
    package var new: String

    package init(current: String, new: String) {
        self.current = current
        self.new = new
    }
}
