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

    private static let links = Dictionary(
        uniqueKeysWithValues: ["me", "services", "subscriptions", "operations", "admin/users"]
            .map { ($0, "/api/v1/\($0)") } + [("login", "/api/v1/auth/login")])
}
