import Domain
import Reconciler
import TestSupport
import Testing

/// Crashes, hangs, and channels that nobody has set up.
@Suite(.timeLimit(.minutes(2))) struct CourierTroubleTests {
    @Test func aCrashBetweenDeliveryAndRecordDeliversAgain() async throws {
        let box = try await Outbox()
        try await box.post("a")
        box.store.refuse(true)
        try await box.whileCarrying {
            try await box.pass { box.store.refusals > 0 }
        }
        #expect(box.notifier.tried == ["a"])
        #expect(try await box.state("a") == .pending)
        box.store.refuse(false)
        try await box.whileCarrying {
            try await box.pass { try await box.state("a") == .delivered }
        }
        #expect(box.notifier.tried == ["a", "a"])
    }

    @Test func aStoreThatRefusesForAWhileDeliversNothingTwice() async throws {
        let box = try await Outbox()
        try await box.post("a")
        box.store.refuse(true)
        try await box.whileCarrying {
            try await box.pass(.seconds(10)) { box.store.refusals > 5 }
            box.store.refuse(false)
            try await box.pass(.seconds(10)) { try await box.state("a") == .delivered }
        }
        #expect(box.notifier.tried == ["a"])
        #expect(box.lines("Cannot record").count == 1)
    }

    @Test func oneThatHangsHoldsUpNoOther() async throws {
        let box = try await Outbox()
        box.notifier.follow { notice, attempt throws(DeliveryFailure) in
            guard notice.id.rawValue == "stuck" else { return }
            try await ScriptedNotifier.hangs(notice, attempt)
        }
        try await box.post("stuck")
        try await box.whileCarrying(atOnce: 2) {
            try await box.pass { box.notifier.tried == ["stuck"] }
            for count in 1...20 {
                try await box.post("free-\(count)")
                try await box.pass { try await box.state("free-\(count)") == .delivered }
            }
            #expect(try await box.notice("stuck")?.attempts == 0)
            // It is given up for now, and tried again like any other.
            try await box.pass(.seconds(5)) { try await box.notice("stuck")?.attempts ?? 0 > 1 }
        }
        #expect(try await box.notice("stuck")?.trouble == "It took longer than 2 minutes.")
    }

    @Test func onlyAFewAreCarriedAtOnce() async throws {
        let box = try await Outbox()
        box.notifier.follow { notice, _ throws(DeliveryFailure) in
            for _ in 0..<20 { await Task.yield() }
        }
        for count in 1...40 { try await box.post("notice-\(count)") }
        try await box.whileCarrying(atOnce: 3) {
            try await box.pass {
                try await box.store.read { try $0.notices(in: .delivered, Page(limit: 50)) }
                    .count == 40
            }
        }
        #expect(box.notifier.most <= 3)
        #expect(box.notifier.tried.count == 40)
    }

    @Test func aTryThatWeBreakOffDoesNotCount() async throws {
        let box = try await Outbox()
        box.notifier.follow(ScriptedNotifier.hangs)
        try await box.post("a")
        try await box.whileCarrying {
            try await box.pass { box.notifier.tried == ["a"] }
        }
        let notice = try #require(try await box.notice("a"))
        #expect(notice.state == .pending)
        #expect(notice.attempts == 0)
    }

    @Test func whatHasNoChannelYetWaitsAndIsToldOnce() async throws {
        let box = try await Outbox()
        for count in 1...20 { try await box.post("mail-\(count)") }
        try await box.whileCarrying(channels: [.webhook], atOnce: 1) {
            try await box.post("hook-1", channel: .webhook)
            try await box.pass { try await box.state("hook-1") == .delivered }
            try await box.post("mail-21")
            try await box.post("hook-2", channel: .webhook)
            try await box.pass { try await box.state("hook-2") == .delivered }
            try await box.pass { !box.lines("Notices wait").isEmpty }
        }
        #expect(box.notifier.tried == ["hook-1", "hook-2"])
        #expect(try await box.notice("mail-1")?.attempts == 0)
        let told = box.lines("Notices wait")
        #expect(told.count == 1)
        #expect(told.first?.metadata["channel"] == "mail")
        try await box.whileCarrying(channels: [.mail]) {
            try await box.pass { try await box.state("mail-21") == .delivered }
        }
    }

    @Test func aChannelThatNobodyNeedsIsNotTalkedAbout() async throws {
        let box = try await Outbox()
        try await box.whileCarrying(channels: [.webhook]) {
            try await box.post("hook", channel: .webhook)
            try await box.pass { try await box.state("hook") == .delivered }
        }
        #expect(box.lines("Notices wait").isEmpty)
    }

    @Test func whatIsUnderWayIsNotTakenUpAgain() async throws {
        let box = try await Outbox()
        box.notifier.follow { notice, _ throws(DeliveryFailure) in
            for _ in 0..<50 { await Task.yield() }
        }
        try await box.post("a")
        try await box.whileCarrying {
            for ring in 1...30 { try await box.post("ring-\(ring)") }
            try await box.pass { try await box.state("a") == .delivered }
        }
        #expect(box.notifier.tried.filter { $0 == "a" }.count == 1)
    }
}
