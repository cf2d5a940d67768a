import Hummingbird
import Operations
import Wire

/// `/api/v1/services`: what can be subscribed to.
struct ServiceRoutes {
    let plane: ControlPlane

    func add(to services: RouterGroup<CallerContext>) {
        services.get { _, _ in
            JSONReply(PageReply(items: plane.services().map { ServiceReply($0) }))
        }
        services.get(":name") { _, context in
            JSONReply(ServiceReply(try plane.service(context.parameter("name"))))
        }
    }
}
