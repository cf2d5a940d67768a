import Hummingbird
import Wire

/// What anybody may ask: whether the program serves, and where to go on.
struct HealthRoutes {
    func add(to router: Router<APIContext>) {
        router.get("health") { _, _ in JSONReply(HealthReply(status: "ok")) }
        router.get("api/v1") { _, _ in
            JSONReply(IndexReply(name: "Holdfast", version: "v1", links: Self.links))
        }
    }

    private static let links = [
        "admin/users": "/api/v1/admin/users", "login": "/api/v1/auth/login",
        "me": "/api/v1/me", "openapi": "/api/v1/openapi.json",
        "operations": "/api/v1/operations", "services": "/api/v1/services",
        "subscriptions": "/api/v1/subscriptions",
    ]
}
