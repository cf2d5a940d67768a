import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin`: what was done, whether the engine answers, and what is offered.
struct RecordRoutes {
    let plane: ControlPlane

    func add(to admin: RouterGroup<CallerContext>) {
        admin.get("audit") { request, context in
            let limit = try request.limit()
            let events = try await plane.audit(
                context.caller.actor, before: request.before(), limit: limit)
            return JSONReply(
                PageReply(events, limit: limit, cursor: \.sequence.description) {
                    AuditReply($0)
                })
        }
        admin.get("catalog") { _, context in
            JSONReply(CatalogReply(try plane.catalogStanding(context.caller.actor)))
        }
        admin.get("engine") { _, context in
            let health = try await plane.engineHealth(context.caller.actor)
            return JSONReply(health.map { EngineReply($0) } ?? .unknown)
        }
    }
}
