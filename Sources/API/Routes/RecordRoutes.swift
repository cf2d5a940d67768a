import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin`: whether the engine answers, and what is offered.
struct RecordRoutes {
    let plane: ControlPlane
    let reader: RequestReader

    func add(to admin: RouterGroup<CallerContext>) {
        admin.get("catalog") { _, context in
            JSONReply(CatalogReply(try plane.catalogStanding(context.caller.actor)))
        }
        admin.post("catalog/reload") { request, context in
            let asked = try await reader.read(
                EmptyBody.self, or: EmptyBody(), from: request, by: context)
            return JSONReply(CatalogReply(try await plane.reloadCatalog(asked.context)))
        }
        admin.get("engine") { _, context in
            let health = try await plane.engineHealth(context.caller.actor)
            return JSONReply(health.map { EngineReply($0) } ?? .unknown)
        }
    }
}
