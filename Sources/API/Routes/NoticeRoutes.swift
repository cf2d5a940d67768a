import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin/notices`: what people are told, and whether it arrives.
struct NoticeRoutes {
    let plane: ControlPlane
    let reader: RequestReader

    func add(to notices: RouterGroup<CallerContext>) {
        notices.get { request, context in
            let page = try request.page(of: Notice.self)
            let rows = try await plane.notices(
                context.caller.actor, in: try Self.state(request), page)
            return JSONReply(
                PageReply(rows, limit: page.limit, cursor: \.id.rawValue) { NoticeReply($0) })
        }
        notices.post("test") { request, context in
            let asked = try await reader.read(
                EmptyBody.self, or: EmptyBody(), from: request, by: context)
            let notice = try await plane.testNotice(asked.context)
            return JSONReply(NoticeReply(notice), status: .accepted)
        }
        notices.post(":id/retry") { request, context in
            let asked = try await reader.read(
                EmptyBody.self, or: EmptyBody(), from: request, by: context)
            let notice = try await plane.retryNotice(
                asked.context, NoticeID(context.parameter()))
            return JSONReply(NoticeReply(notice), status: .accepted)
        }
    }

    private static func state(_ request: Request) throws(Refusal) -> Notice.State? {
        guard let word = try request.query("state") else { return nil }
        guard let state = Notice.State(rawValue: word) else {
            throw .invalid(field: "state", why: "must be pending, delivered or dead")
        }
        return state
    }
}
