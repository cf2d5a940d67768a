/// What a person proves who they are with.
package struct LoginBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case email, password
    }

    package var email: String
    package var password: String

    package init(email: String, password: String) {
        self.email = email
        self.password = password
    }
}
