import Domain
import TestSupport
import Testing

/// Each act on the engine is in the audit.
@Suite struct ActRecordTests {
    private func rows(_ house: House, _ action: String) async throws -> [AuditEvent] {
        try await house.store.read { try $0.audit(AuditQuery(action: action, limit: 99)) }
            .reversed()
    }

    private func acts(_ house: House) async throws -> [String] {
        try await rows(house, "instance.act").map {
            "\($0.details["act"] ?? "") \($0.details["outcome"] ?? "")"
        }
    }

    @Test func whatWasAskedForIsThereWithItsOperation() async throws {
        let house = try await House()
        let operation = try await house.subscribe()
        await house.settle(operation.instanceID)
        let view = try await house.view(operation.instanceID)
        #expect(
            try await acts(house) == [
                "create volume \(view.volumes[0].claim) asked",
                "create container \(view.instance.name) asked", "start asked",
            ])
        for row in try await rows(house, "instance.act") {
            #expect(row.actor == "system" && row.subjectID == operation.instanceID.rawValue)
            #expect(row.details["operation"] == operation.id.rawValue)
            #expect(row.details["instance"] == view.instance.name)
        }
    }

    /// Told and recorded in one, so that it costs no flush more.
    @Test func theRowIsWrittenWithTheStory() async throws {
        let (house, id) = try await House.running()
        let name = try await house.view(id).instance.name
        _ = try await house.plane.stop(house.context, name)
        let (writes, rows) = (house.store.writes, try await acts(house).count)
        #expect(await house.worker.lookAfter(id) == nil)
        #expect(try await acts(house).count == rows + 1)
        // That it is stopping, the act, that it has stopped, the end.
        #expect(house.store.writes == writes + 4)
    }

    @Test func whatNobodyAskedForIsThereToo() async throws {
        let (house, id) = try await House.running()
        house.meddle(id) { $0.run = nil }
        let before = try await acts(house).count
        await house.settle(id)
        #expect(try await acts(house).dropFirst(before) == ["start asked"])
        let row = try #require(try await rows(house, "instance.act").last)
        #expect(row.details["operation"] == nil)
        #expect(try await house.events(id).contains { $0.kind == "workload-stopped" })
    }

    @Test func looksLeaveNothing() async throws {
        let (house, id) = try await House.running()
        let before = try await house.store.read { try $0.audit(before: nil, limit: 99) }.count
        for _ in 1...5 { _ = await house.worker.lookAfter(id) }
        let after = try await house.store.read { try $0.audit(before: nil, limit: 99) }.count
        #expect(after == before)
    }

    @Test func whatTheEngineRefusedIsThereWithItsReason() async throws {
        let house = try await House()
        house.engine.world { $0.failures = [.impossible("invalid user")] }
        let operation = try await house.subscribe()
        _ = await house.worker.lookAfter(operation.instanceID)
        let rows = try await rows(house, "instance.act")
        #expect(rows.map { $0.details["outcome"] } == ["asked", "refused"])
        #expect(Set(rows.map { $0.details["act"] }).count == 1)
        #expect(rows.last?.details["why"] == "invalid user")
        #expect(rows.last?.details["operation"] == operation.id.rawValue)
    }

    @Test func aPortThatMovesSaysFromWhereAndWhy() async throws {
        let house = try await House()
        house.engine.world { $0.takenPorts = [20000] }
        let operation = try await house.subscribe()
        await house.settle(operation.instanceID)
        let row = try #require(try await rows(house, "instance.move-port").first)
        #expect(row.details["port"] == "20000 → 20001")
        #expect(row.details["why"]?.contains("20000") == true)
        #expect(row.subjectID == operation.instanceID.rawValue)
    }

    @Test func aVolumeThatGoesAndComesIsThereBothTimes() async throws {
        let (house, id) = try await House.running()
        let claim = try await house.claims(id)[0]
        let volume = house.engine.world { $0.claims.removeValue(forKey: claim) }
        await house.settle(id)
        house.engine.world { $0.claims[claim] = volume }
        await house.settle(id)
        let (lost, found) = (
            try await rows(house, "volume.lose"), try await rows(house, "volume.find")
        )
        #expect(lost.map { $0.details["status"] } == ["Bound → Lost"])
        #expect(found.map { $0.details["status"] } == ["Lost → Bound"])
        #expect(lost.first?.details["claim"] == claim.rawValue)
    }
}
