import Domain
import Wire

extension TokenReply {
    init(_ token: APIToken, secret: String? = nil) {
        self.init(
            id: token.id.rawValue, name: token.name, scope: token.scope.rawValue,
            createdAt: token.createdAt.description, expiresAt: token.expiresAt?.description,
            revokedAt: token.revokedAt?.description, secret: secret)
    }
}
