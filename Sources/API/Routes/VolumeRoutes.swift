import Hummingbird
import Operations
import Wire

/// `/api/v1/admin/volumes`: where bytes are, and how to get at them again.
struct VolumeRoutes {
    let plane: ControlPlane

    func add(to volumes: RouterGroup<CallerContext>) {
        volumes.get(":id/whereabouts") { _, context in
            let volume = try await plane.volume(context.caller.actor, context.parameter())
            return JSONReply(WhereaboutsReply(volume))
        }
    }
}
