import Domain
import Operations
import TestSupport
import Testing

/// At the last second exactly one of those who race wins, and the others are told the truth.
@Suite struct LastSecondTests {
    @Test(arguments: 0..<12)
    func aResubscriptionRacesTheLastStep(_ round: Int) async throws {
        let (house, id) = try await House.ended()
        try await house.deliver()
        try await house.pass(.days(60), delivering: true)
        let name = try await house.name(id)
        let ticket = try #require(try await house.view(id).tickets.first).id
        let (isBack, isBegun) = await withTaskGroup(of: (String, Bool).self) { group in
            group.addTask {
                if round % 2 == 0 { await Task.yield() }
                return ("back", (try? await house.plane.resubscribe(house.context, name)) != nil)
            }
            group.addTask {
                if round % 3 == 0 { await Task.yield() }
                let permission = try? await house.store.redeem(ticket)
                return ("begun", permission != nil)
            }
            group.addTask {
                _ = try? await house.plane.sweep()
                return ("swept", true)
            }
            var won: [String: Bool] = [:]
            for await (who, hasWon) in group { won[who] = hasWon }
            return (won["back"] == true, won["begun"] == true)
        }
        #expect(isBack != isBegun)
        await house.settle(id)
        let view = try await house.view(id)
        #expect(view.subscription.status == (isBack ? .active : .purged))
        #expect(view.tickets.map(\.state) == [isBack ? .voided : .spent])
        #expect(house.engine.world(\.destroyed).isEmpty == isBack)
        if isBack { #expect(try await house.note(id) == "precious") }
    }

    @Test(arguments: 0..<12)
    func anEndingRacesARenewal(_ round: Int) async throws {
        let (house, id) = try await House.precious()
        let name = try await house.name(id)
        let admin = RequestContext(actor: .system)
        let end = house.clock.now() + .days(1)
        _ = try await house.plane.renew(admin, name, paidUntil: end)
        house.clock.advance(by: .days(1))
        async let swept = house.plane.sweep()
        async let cancelled = try? house.plane.cancel(house.context, name)
        async let renewed = try? house.plane.renew(admin, name, paidUntil: end + .days(30))
        let outcomes = try await swept.map(\.outcome)
        let (isCancelled, isRenewed) = (await cancelled != nil, await renewed != nil)
        let isExpired = outcomes.contains(.expired)
        #expect(!(isCancelled && isExpired))
        let status = try await house.view(id).subscription.status
        #expect(status == (isCancelled ? .cancelled : isExpired ? .expired : .active))
        #expect(isCancelled || isExpired || isRenewed)
        #expect(try await house.kinds(id).count == (status == .active ? 0 : 1))
    }
}
