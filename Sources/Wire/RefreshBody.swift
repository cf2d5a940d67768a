/// The refresh token of a login, to go on with it or to end it.
package struct RefreshBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case refreshToken
    }

    package var refreshToken: String

    package init(refreshToken: String) {
        self.refreshToken = refreshToken
    }
}
