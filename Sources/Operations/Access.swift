import Domain

/// Who may do what. What is not somebody's own does not exist for them.
enum Access {
    static func requireAdmin(_ actor: Actor) throws(Refusal) {
        guard actor.isAdmin else {
            throw .forbidden("Only an admin may do this.")
        }
    }

    static func requireOperate(_ actor: Actor) throws(Refusal) {
        guard actor.scope >= .operate else {
            throw .forbidden("This token may only read. Use one with the scope “operate”.")
        }
    }

    static func maySee(_ actor: Actor, thingOf customer: UserID) -> Bool {
        actor.isAdmin || actor.userID == customer
    }

    /// Whose things a list shows: one's own, or everybody's to an admin.
    static func listed(for actor: Actor) -> UserID? {
        actor.isAdmin ? nil : actor.userID
    }
}
