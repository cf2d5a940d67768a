import Domain
import Operations
import TestSupport
import Testing

/// Subscriptions end, and their data stays for as long as was promised.
@Suite struct EndingTests {
    @Test func aCancelledServiceStopsAtOnceAndKeepsItsData() async throws {
        let (house, id) = try await House.precious()
        let operation = try await house.plane.cancel(house.context, house.name(id))
        await house.settle(id)
        let view = try await house.view(id)
        #expect(try await house.operation(operation.id).operation.state == .succeeded)
        #expect(view.subscription.status == .cancelled)
        #expect(view.subscription.endedAt != nil)
        #expect(view.subscription.graceEndsAt == view.subscription.endedAt.map { $0 + .days(60) })
        #expect(view.status?.phase == .stopped)
        #expect(view.tickets.isEmpty && view.volumes.map(\.state) == [.attached])
        #expect(try await house.note(id) == "precious")
    }

    @Test func endingOvertakesWhatIsUnderWay() async throws {
        let (house, id) = try await House.precious()
        let restart = try await house.plane.restart(house.context, house.name(id))
        _ = try await house.plane.cancel(house.context, house.name(id))
        await house.settle(id)
        let overtaken = try await house.operation(restart.id).operation
        #expect(overtaken.state == .failed && overtaken.message == "Overtaken by “cancel”.")
        #expect(try await house.view(id).status?.phase == .stopped)
    }

    @Test func bothMomentsAreWrittenOnce() async throws {
        let (house, id) = try await House.ended()
        let before = try await house.view(id).subscription
        house.clock.advance(by: .days(5))
        await #expect(throws: Refusal.self) {
            try await house.plane.cancel(house.context, house.name(id))
        }
        _ = try await house.plane.sweep()
        let after = try await house.view(id).subscription
        #expect(after.endedAt == before.endedAt && after.graceEndsAt == before.graceEndsAt)
    }

    /// It was forty days behind when the subscription ended, and is set right.
    @Test func aClockThatWasWrongTakesNothingOfAGrace() async throws {
        let (house, id) = try await House.ended()
        let before = try await house.view(id).subscription
        try await house.pass(.days(30))
        house.clock.advance(by: .days(40))
        _ = try await house.plane.sweep()
        _ = try await house.plane.acceptClock(
            House.admin, confirming: house.clock.now().minute)
        let after = try await house.view(id).subscription
        #expect(after.endedAt == before.endedAt)
        #expect(after.graceEndsAt == before.graceEndsAt.map { $0 + .days(40) })
        #expect(after.sweepAt == house.clock.now() + .days(23))
        #expect(try await house.actions().contains("subscription.prolong-grace"))
        try await house.pass(.days(29), delivering: true)
        #expect(try await house.view(id).tickets.isEmpty)
        try await house.pass(.days(2), delivering: true)
        #expect(try await house.view(id).tickets.count == 1)
    }

    @Test(arguments: ["start", "restart", "reset", "change-variant"])
    func inGraceNothingRuns(_ verb: String) async throws {
        let (house, id) = try await House.ended()
        let name = try await house.name(id)
        await #expect(throws: Refusal.self) {
            switch verb {
            case "start": try await house.plane.start(house.context, name)
            case "restart": try await house.plane.restart(house.context, name)
            case "reset": try await house.plane.reset(house.context, name, confirm: name)
            default: try await house.plane.changeVariant(house.context, name, to: "Plus")
            }
        }
    }

    /// What a deletion gives up before it was ever made is made when that is taken back.
    @Test func whatWasNeverMadeIsMadeOnceItIsTakenBack() async throws {
        let house = try await House()
        house.engine.world { $0.isDown = true }
        let id = try await house.subscribe().instanceID
        let name = try await house.name(id)
        _ = try await house.plane.cancel(house.context, name)
        _ = try await house.plane.delete(house.context, name, confirm: name)
        house.engine.world { $0.isDown = false }
        await house.settle(id)
        #expect(try await house.view(id).volumes.map(\.state) == [.destroyed])
        _ = try await house.plane.resubscribe(house.context, name)
        await house.settle(id)
        let claims = try await house.claims(id)
        #expect(claims.count == 1)
        #expect(house.engine.world { $0.containers(of: id).flatMap(\.claims) } == claims)
    }

    /// A service does not come back without its volume.
    @Test func whatIsGoneIsNotTakenBack() async throws {
        let (house, id) = try await House.ended()
        let name = try await house.name(id)
        _ = try await house.plane.delete(house.context, name, confirm: name)
        await house.settle(id)
        house.engine.world { $0.claims = [:] }
        house.clock.advance(by: .days(4))
        await house.settle(id)
        #expect(try await house.view(id).volumes.map(\.state) == [.destroyed])
        await #expect(throws: Refusal.self) {
            try await house.plane.resubscribe(house.context, name)
        }
    }

    @Test func aResubscriptionBringsTheSameDataBack() async throws {
        let (house, id) = try await House.ended()
        house.clock.advance(by: .days(59))
        let operation = try await house.plane.resubscribe(house.context, house.name(id))
        await house.settle(id)
        let view = try await house.view(id)
        #expect(try await house.operation(operation.id).operation.state == .succeeded)
        #expect(view.subscription.status == .active && view.status?.phase == .running)
        #expect(view.subscription.endedAt == nil && view.subscription.graceEndsAt == nil)
        #expect(try await house.note(id) == "precious")
        #expect(try await house.kinds(id) == [.subscriptionEnded, .subscriptionResumed])
    }

    @Test func whatIsPaidForExpiresByTheSweepAndNotBefore() async throws {
        let (house, id) = try await House.precious()
        let admin = RequestContext(actor: .system)
        let paidUntil = house.clock.now() + .days(2)
        _ = try await house.plane.renew(admin, house.name(id), paidUntil: paidUntil)
        try await house.pass(.days(2) - .milliseconds(1))
        #expect(try await house.view(id).subscription.status == .active)
        try await house.pass(.milliseconds(1))
        await house.settle(id)
        let view = try await house.view(id)
        #expect(view.subscription.status == .expired && view.status?.phase == .stopped)
        #expect(try await house.kinds(id) == [.subscriptionEnded])
    }

    @Test func aRenewalComesBeforeTheSweep() async throws {
        let (house, id) = try await House.precious()
        let admin = RequestContext(actor: .system)
        let now = house.clock.now()
        _ = try await house.plane.renew(admin, house.name(id), paidUntil: now + .days(2))
        house.clock.advance(by: .days(1))
        _ = try await house.plane.renew(admin, house.name(id), paidUntil: now + .days(30))
        try await house.pass(.days(5))
        #expect(try await house.view(id).subscription.status == .active)
        await #expect(throws: Refusal.self) {
            try await house.plane.renew(house.context, house.name(id), paidUntil: nil)
        }
    }

    @Test func afterGraceTheDataGoesUnderATicketAndTheStoryIsTold() async throws {
        let (house, id) = try await House.ended()
        try await house.deliver()
        try await house.pass(.days(60), delivering: true)
        let purging = try await house.view(id)
        #expect(purging.subscription.status == .cancelled)
        #expect(purging.tickets.map(\.reason) == [.graceExpired])
        await house.settle(id)
        let view = try await house.view(id)
        #expect(house.engine.world(\.destroyed) == purging.volumes.map(\.claim))
        #expect(view.subscription.status == .purged && view.tickets.map(\.state) == [.spent])
        #expect(view.status?.phase == .erased)
        #expect(
            try await house.kinds(id) == [
                .subscriptionEnded, .purgeIn30Days, .purgeIn7Days, .purgeIn1Day, .dataPurged,
            ])
        await #expect(throws: Refusal.self) {
            try await house.plane.resubscribe(house.context, view.instance.name)
        }
    }

    @Test func withoutDeliveredWarningsTheDataStaysAndAnAdminIsTold() async throws {
        let (house, id) = try await House.ended()
        try await house.pass(.days(90))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [])
        #expect(try await house.view(id).tickets == [])
        #expect(try await house.kinds(id).count { $0 == .alert } == 1)
        try await house.deliver()
        try await house.pass(.seconds(7200))
        #expect(try await house.view(id).tickets == [], "a day is left to act upon it")
        try await house.pass(.days(1))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed).count == 1)
    }

    @Test func aResubscriptionWinsUntilTheLastStepBegins() async throws {
        let (house, id) = try await House.ended()
        try await house.deliver()
        try await house.pass(.days(60), delivering: true)
        #expect(try await house.view(id).tickets.map(\.state) == [.issued])
        _ = try await house.plane.resubscribe(house.context, house.name(id))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [])
        #expect(try await house.note(id) == "precious")
        #expect(try await house.view(id).status?.phase == .running)
        #expect(try await house.view(id).tickets.map(\.state) == [.voided])
    }

    @Test func onceTheLastStepHasBegunTheCustomerIsToldTheTruth() async throws {
        let (house, id) = try await House.ended()
        try await house.deliver()
        try await house.pass(.days(60), delivering: true)
        let ticket = try await house.view(id).tickets[0].id
        let isRedeemed = try await house.store.redeem(ticket) != nil
        #expect(isRedeemed)
        let refusal = await #expect(throws: Refusal.self) {
            try await house.plane.resubscribe(house.context, house.name(id))
        }
        #expect("\(refusal.map { "\($0)" } ?? "")".contains("its data is gone"))
    }

    @Test(arguments: [Duration.days(365), .days(-365)])
    func aClockThatLeapsEndsAndPurgesNothing(_ leap: Duration) async throws {
        let (house, id) = try await House.ended()
        let (other, paid) = try await House.precious()
        _ = try await other.plane.renew(
            RequestContext(actor: .system), other.name(paid),
            paidUntil: other.clock.now() + .days(30))
        for (house, id) in [(house, id), (other, paid)] {
            try await house.deliver()
            _ = try await house.plane.sweep()
            let before = try await house.view(id).subscription
            house.clock.advance(by: leap)
            for _ in 1...3 {
                _ = try await house.plane.sweep()
                try await house.deliver()
                await house.settle(id)
                house.clock.advance(by: .seconds(60))
            }
            #expect(house.engine.world(\.destroyed) == [])
            #expect(try await house.view(id).subscription == before)
        }
    }

    @Test func whatEndsWhileTheClockIsBehindIsKeptForTheWholeGrace() async throws {
        let (house, id) = try await House.precious()
        _ = try await house.plane.sweep()
        let truth = house.clock.now()
        house.clock.advance(by: .days(-365))
        _ = try await house.plane.sweep()
        _ = try await house.plane.cancel(house.context, house.name(id))
        #expect(try await house.view(id).subscription.graceEndsAt == truth + .days(60))
    }
}
