import Domain
import Reconciler
import TestSupport
import Testing

/// The outbox is carried, whatever happens in between.
@Suite(.timeLimit(.minutes(2))) struct CourierTests {
    @Test func aNoticeIsCarriedAndRecorded() async throws {
        let box = try await Outbox()
        try await box.post("before")
        try await box.whileCarrying {
            try await box.post("meanwhile")
            try await box.post("hook", channel: .webhook)
            for name in ["before", "meanwhile", "hook"] {
                try await box.pass { try await box.state(name) == .delivered }
            }
        }
        let notice = try #require(try await box.notice("before"))
        #expect(notice.attempts == 1)
        #expect(notice.endedAt == box.clock.now())
        #expect(notice.trouble == nil)
        #expect(Set(box.notifier.tried) == ["before", "meanwhile", "hook"])
        #expect(box.notifier.tried.count == 3)
        #expect(try await box.audit() == [])
    }

    @Test func whatIsDueLaterIsCarriedThen() async throws {
        let box = try await Outbox()
        try await box.post("later", in: .seconds(50))
        try await box.whileCarrying {
            var asleep = box.clock.events.makeAsyncIterator()
            while await asleep.next() != .sleeps(.seconds(50)) {}
            box.clock.advance(by: .seconds(49))
            try await box.post("now")
            try await box.pass { try await box.state("now") == .delivered }
            #expect(box.notifier.tried == ["now"])
            try await box.pass(.seconds(1)) { try await box.state("later") == .delivered }
        }
    }

    @Test func daysWithoutAServerLoseNothingAndAreTold() async throws {
        let box = try await Outbox()
        box.notifier.follow { _, _ throws(DeliveryFailure) in throw .later("no route") }
        try await box.post("a", "b", "c")
        let start = box.clock.now()
        try await box.whileCarrying {
            try await box.pass(.seconds(300)) { box.clock.now() - start > .days(3) }
            for name in ["a", "b", "c"] {
                try await box.pass(.seconds(300)) { try await box.notice(name)?.attempts ?? 0 > 9 }
                let notice = try #require(try await box.notice(name))
                #expect(notice.state == .pending)
                #expect(notice.trouble == "no route")
            }
            let alert = try #require(box.lines("nothing gets through").first)
            #expect(alert.level == .error)
            #expect(alert.metadata["why"] == "no route")
            box.notifier.follow { _, _ throws(DeliveryFailure) in }
            for name in ["a", "b", "c"] {
                try await box.pass(.seconds(300)) { try await box.state(name) == .delivered }
            }
            try await box.pass { !box.lines("get through again").isEmpty }
        }
        #expect(box.lines("nothing gets through").count == 1)
        #expect(try await box.audit() == [])
    }

    @Test func patienceEnds() async throws {
        let box = try await Outbox()
        box.notifier.follow { _, _ throws(DeliveryFailure) in throw .later("no route") }
        try await box.post("a")
        try await box.whileCarrying {
            try await box.pass(.seconds(1800)) { try await box.state("a") == .dead }
            try await box.pass { !box.lines("given up").isEmpty }
        }
        let notice = try #require(try await box.notice("a"))
        #expect(notice.attempts > 100)
        #expect(notice.endedAt ?? notice.createdAt > notice.createdAt + .days(6))
        let row = try #require(try await box.audit().first)
        #expect(row.action == "notice.give-up")
        #expect(row.actor == "system")
        #expect(row.subjectID == "a")
        #expect(row.details["why"] == "no route")
        #expect(row.details["recipient"] == "anna@example.org")
    }

    @Test func whatCanNeverBeDeliveredIsGivenUpAtOnce() async throws {
        let box = try await Outbox()
        box.notifier.follow { notice, _ throws(DeliveryFailure) in
            if notice.id.rawValue == "wrong" { throw .never("550 no such user") }
        }
        try await box.post("wrong", "right")
        try await box.whileCarrying {
            try await box.pass { try await box.state("wrong") == .dead }
            try await box.pass { try await box.state("right") == .delivered }
            try await box.pass { !box.lines("given up").isEmpty }
        }
        let alert = try #require(box.lines("given up").first)
        #expect(alert.message.contains("holdfast admin notices retry wrong"))
        #expect(alert.metadata["why"] == "550 no such user")
        #expect(try await box.audit().map(\.subjectID) == ["wrong"])
        #expect(box.notifier.tried.filter { $0 == "wrong" }.count == 1)
    }

    @Test func aDeadOneThatIsWantedAgainIsCarried() async throws {
        let box = try await Outbox()
        box.notifier.follow { _, attempt throws(DeliveryFailure) in
            if attempt == 1 { throw .never("550 no such user") }
        }
        try await box.post("a")
        try await box.whileCarrying {
            try await box.pass { try await box.state("a") == .dead }
            try await box.store.write { rows in
                guard var notice = try rows.notice(NoticeID("a")) else { return }
                (notice.state, notice.attempts, notice.endedAt) = (.pending, 0, nil)
                notice.dueAt = rows.now
                try rows.update(notice)
            }
            try await box.pass { try await box.state("a") == .delivered }
        }
        #expect(box.notifier.tried == ["a", "a"])
    }
}
