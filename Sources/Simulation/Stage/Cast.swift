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

extension ControlPlane {
    static func ofPlay(
        _ store: any Store, _ shelf: CatalogShelf, _ randomness: any Randomness,
        _ setting: Setting
    ) -> ControlPlane {
        ControlPlane(
            store: store, shelf: shelf, hasher: PlainHasher(), randomness: randomness,
            settings: PlaneSettings(
                install: "play", address: PublicAddress(host: "localhost"),
                undoWindow: Law.undoWindow, purgeWindow: .days(setting.purgeDays),
                clockTolerance: Law.tolerance, operationDeadline: Law.deadline,
                hostPorts: Law.ports))
    }
}

/// What has been promised, in figures.
enum Law {
    static let undoWindow = Duration.days(3)
    static let grace = Duration.days(5)
    static let tolerance = Duration.days(2)
    static let deadline = Duration.seconds(300)
    static let ports = 20000...20019
    /// Of how many warnings one must have heard before data is given up.
    static let warnings = 2
    /// How long before that they must have heard of it.
    static let respite = Duration.days(1)
    /// How often, and for how long, an orphan must have been seen before it is condemned.
    static let looks = 3
    static let orphanSpan = Duration.days(1)
}
