import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/admin/pods`: what is amiss, and what belongs to nobody.
struct OrphanRoutes {
    let plane: ControlPlane
    let reader: RequestReader
    let inventory: InventorySource
    let clock: any WallClock

    func add(to pods: RouterGroup<CallerContext>) {
        pods.get("debug", use: debug)
        pods.post("cleanup-orphaned") { request, context in
            let asked = try await reader.read(
                CleanupBody.self, or: CleanupBody(), from: request, by: context)
            guard let digest = asked.body.digest else {
                return JSONReply(OrphansReply(try await plane.orphans(asked.context.actor)))
            }
            return JSONReply(
                OrphansReply(
                    try await plane.condemnOrphans(asked.context, confirming: digest)))
        }
        pods.post("cleanup-orphaned/undo") { request, context in
            let asked = try await reader.read(
                EmptyBody.self, or: EmptyBody(), from: request, by: context)
            return JSONReply(OrphansReply(try await plane.spareOrphans(asked.context)))
        }
    }

    /// Whatever the engine does, what the rows say is told.
    @Sendable private func debug(
        _ request: Request, _ context: CallerContext
    ) async throws -> JSONReply<DebugReply> {
        let page = try request.page(of: ServiceInstance.self)
        let isLive = try request.flag("live")
        let look: Result<Recollection, EngineFailure>
        do throws(EngineFailure) {
            look = .success(try await inventory.recall(at: clock.now(), isLive: isLive))
        } catch {
            look = .failure(error)
        }
        let report = try await plane.debug(context.caller.actor, page, beside: look)
        return JSONReply(DebugReply(report, limit: page.limit))
    }
}
