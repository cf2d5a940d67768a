import Domain
import Wire

extension UserReply {
    init(_ user: User) {
        self.init(
            id: user.id.rawValue, email: user.email, name: user.name, role: user.role.rawValue,
            mustChangePassword: user.mustChangePassword, createdAt: user.createdAt.description,
            disabledAt: user.disabledAt?.description)
    }
}
