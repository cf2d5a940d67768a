import Domain
import Operations
import StoreSQL
import TestSupport

/// The people of every episode: they have accounts before it begins.
struct Cast: Sendable {
    static let customers = 3
    let people: [UserID]

    /// The customers, by number; after them the admin.
    func actor(_ number: Int) -> Actor {
        let isAdmin = number >= Self.customers
        return Actor(
            identity: .user(
                people[min(number, Self.customers)], role: isAdmin ? .admin : .customer))
    }

    var admin: Actor { actor(Self.customers) }

    static func name(_ number: Int) -> String {
        ["Anna", "Ben", "Clara"].indices.contains(number)
            ? ["Anna", "Ben", "Clara"][number] : "the admin"
    }

    init(in store: some Store, _ clock: VirtualClock) async throws {
        let plane = ControlPlane.ofPlay(
            store, CatalogOfPlay.shelf(clock), SeededRandomness(seed: 1), Setting())
        for number in 0...Self.customers {
            _ = try await plane.seedUser(
                email: "person\(number)@example.org",
                role: number < Self.customers ? .customer : .admin, password: "secret",
                mustChangePassword: false)
        }
        people = try await store.read { rows in
            try (0...Self.customers).compactMap {
                try rows.user(email: "person\($0)@example.org")?.id
            }
        }
    }
}
