/// Every login of this user.
struct LoginBook: Codable, Equatable, Sendable {
    /// The server that is meant when none is named.
    var last: String?
    var logins: [Credentials]

    init(last: String?, logins: [Credentials]) {
        self.last = last
        self.logins = logins
    }

    /// Also reads the single login that was kept before there were several.
    init(from decoder: any Decoder) throws {
        if let only = try? Credentials(from: decoder) {
            (last, logins) = (only.server, [only])
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        last = try fields.decodeIfPresent(String.self, forKey: .last)
        logins = try fields.decode([Credentials].self, forKey: .logins)
    }
}
