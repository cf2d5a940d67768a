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
        users.patch(":id") { request, context in
            let asked = try await reader.read(UserChangeBody.self, from: request, by: context)
            let user = try await plane.setDisabled(
                asked.context, UserID(context.parameter()), asked.body.disabled)
            return JSONReply(UserReply(user))
        }
    }

    @Sendable private func make(
        _ request: Request, _ context: CallerContext
    ) async throws -> JSONReply<NewUserReply> {
        let asked = try await reader.read(
            UserBody.self, from: request, by: context, without: \.password)
        guard let role = User.Role(rawValue: asked.body.role) else {
            throw Refusal.invalid(field: "role", why: "must be customer or admin")
        }
        let made = try await plane.createUser(
            asked.context, email: asked.body.email, name: asked.body.name, role: role,
            password: asked.body.password)
        return JSONReply(
            NewUserReply(user: UserReply(made.user), oneTimePassword: made.oneTimePassword),
            status: .created, location: "/api/v1/admin/users/\(made.user.id)")
    }
}
