import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin/users`: everybody's accounts.
struct UserRoutes {
    let plane: ControlPlane
    let reader: RequestReader

    func add(to users: RouterGroup<CallerContext>) {
        users.get { request, context in
            let page = try request.page(of: User.self)
            let rows = try await plane.users(context.caller.actor, page)
            return JSONReply(
                PageReply(rows, limit: page.limit, cursor: \.id.rawValue) { UserReply($0) })
        }
        users.post(use: make)
        users.get(":id") { _, context in
            let user = try await plane.user(context.caller.actor, UserID(context.parameter()))
            return JSONReply(UserReply(user))
        }
        users.patch(":id", use: change)
        users.post(":id/reset-password") { request, context in
            let asked = try await reader.read(
                EmptyBody.self, or: EmptyBody(), from: request, by: context)
            let made = try await plane.resetPassword(
                asked.context, UserID(context.parameter()))
            return JSONReply(
                NewUserReply(user: UserReply(made.user), oneTimePassword: made.oneTimePassword))
        }
    }

    @Sendable private func change(
        _ request: Request, _ context: CallerContext
    ) async throws -> JSONReply<UserReply> {
        let asked = try await reader.read(UserChangeBody.self, from: request, by: context)
        let body = asked.body
        guard body != UserChangeBody() else {
            throw Refusal.invalid(
                field: "body", why: "must say one of: disabled, role, name")
        }
        let user = try await plane.changeUser(
            asked.context, UserID(context.parameter()),
            UserChange(
                disabled: body.disabled, role: try body.role.map(role), name: body.name))
        return JSONReply(UserReply(user))
    }

    private func role(_ text: String) throws(Refusal) -> User.Role {
        guard let role = User.Role(rawValue: text) else {
            throw .invalid(field: "role", why: "must be customer or admin")
        }
        return role
    }

    @Sendable private func make(
        _ request: Request, _ context: CallerContext
    ) async throws -> JSONReply<NewUserReply> {
        let asked = try await reader.read(
            UserBody.self, from: request, by: context, without: \.password)
        let made = try await plane.createUser(
            asked.context, email: asked.body.email, name: asked.body.name,
            role: try role(asked.body.role), password: asked.body.password)
        return JSONReply(
            NewUserReply(user: UserReply(made.user), oneTimePassword: made.oneTimePassword),
            status: .created, location: "/api/v1/admin/users/\(made.user.id)")
    }
}
