/// Everybody who may come to the door.
enum Visitor: String, CaseIterable {
    case anonymous, owner, stranger, admin
    case ownerReads = "owner's token of scope read"
    case ownerOperates = "owner's token of scope operate"
    case ownerRules = "owner's token of scope admin"
    case adminReads = "admin's token of scope read"
    case adminOperates = "admin's token of scope operate"
    case adminRules = "admin's token of scope admin"
    case newcomer = "somebody with a one-time password"
    case newAdmin = "an admin with a one-time password"
    case disabled = "somebody who is disabled"
    case disabledToken = "a token of somebody who is disabled"
    case late = "an access token whose time is over"
    case expired = "a token whose time is over"
    case revoked = "a token that was revoked"

    var isKnown: Bool {
        switch self {
        case .anonymous, .disabled, .disabledToken, .late, .expired, .revoked: false
        default: true
        }
    }

    var hasOneTimePassword: Bool { self == .newcomer || self == .newAdmin }

    /// By role, and with all rights of it.
    var rules: Bool { [.admin, .adminRules, .newAdmin].contains(self) }

    var onlyReads: Bool { self == .ownerReads || self == .adminReads }

    /// Whether it is a token that was made for less than everything.
    var isLimited: Bool { onlyReads || self == .ownerOperates || self == .adminOperates }

    var isToken: Bool { isLimited || self == .ownerRules || self == .adminRules }

    var isOwner: Bool {
        [.owner, .ownerReads, .ownerOperates, .ownerRules].contains(self)
    }
}
