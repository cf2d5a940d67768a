import Domain
import Operations
import TestSupport
import Testing

extension House {
    /// A service that runs and holds something precious.
    static func precious() async throws -> (House, InstanceID) {
        let (house, id) = try await running()
        try await house.write("precious", id)
        return (house, id)
    }

    /// The same, cancelled and stopped.
    static func ended() async throws -> (House, InstanceID) {
        let (house, id) = try await precious()
        _ = try await house.plane.cancel(house.context, house.name(id))
        await house.settle(id)
        return (house, id)
    }

    func name(_ id: InstanceID) async throws -> String { try await view(id).instance.name }

    /// What the owner and the admins are told, in order.
    func kinds(_ id: InstanceID) async throws -> [Notice.Kind] {
        let subscription = try await view(id).subscription.id
        let notices = try await store.read { try $0.notices(of: subscription) }
        #expect(notices.flatMap(\.missingValues) == [], "A text would have a gap.")
        return notices.map(\.kind)
    }

    /// Delivers every notice that waits.
    func deliver() async throws {
        try await store.write { rows in
            for var notice in try rows.notices(in: .pending, Page(limit: 200)) {
                notice.state = .delivered
                notice.endedAt = rows.now
                try rows.update(notice)
            }
        }
    }

    /// Lets time pass that is watched: the sweep looks as it goes by.
    func pass(_ span: Duration, delivering: Bool = false) async throws {
        var rest = span
        while rest > .zero {
            let step = min(rest, .days(1))
            clock.advance(by: step)
            rest -= step
            _ = try await plane.sweep()
            if delivering { try await deliver() }
        }
    }
}
