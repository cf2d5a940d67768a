import Foundation
import Testing
import Wire

extension Soak {
    /// What is needed to see what happened, and to make it happen again.
    var account: String {
        """
        make soak SEED=\(schedule.seed) CYCLES=\(schedule.cycles.count)
        \(chronicle.story(lines: 120))
        """
    }

    private func require(_ broken: [String], _ place: String) throws {
        if !broken.isEmpty { throw breach(broken, place) }
    }

    private func breach(_ broken: [String], _ place: String) -> Broken {
        Broken(
            description: """
                Promises were broken \(place) of seed \(schedule.seed):
                \(broken.prefix(20).joined(separator: "\n"))
                --- to see it again, and what happened last ---
                \(account)
                """)
    }

    /// Waits until all is as it should be and every service acknowledges rows again, and looks
    /// at what has become of the rows of those that run.
    func judge(_ cycle: Cycle) async throws {
        let place = "in cycle \(cycle.number) (\(cycle))"
        let inventory = try await settled(place)
        let history = chronicle.history
        let running = inventory.services.filter { $0.wish == "RUNNING" }
        var evidence = Evidence()
        for claim in running.compactMap(\.volumeClaimName) {
            evidence.contents[claim] = try VolumeReader(daemon: daemon).rows(in: claim)
        }
        var readable = history
        readable.rows = history.rows.filter { row in
            let claims = history.claims(for: row)
            return !claims.isEmpty && claims.isSubset(of: evidence.contents.keys)
        }
        try require(
            Judge.lostRows(readable, evidence) + Judge.misplacedRows(history, evidence)
                + Judge.sharedVolumes(history) + Judge.overlappingRuns(history)
                + Judge.unfulfilledOrders(history), place)
        tell("cycle \(cycle.number)/\(schedule.cycles.count): \(cycle); \(summary(history))")
    }

    /// Stops everything, and judges by all that can be found.
    func judgeAll() async throws {
        let place = "at the end"
        for service in services { try await rest(service) }
        try await settled(place)
        var evidence = try await records()
        await house.kill()
        try await read(into: &evidence)
        let history = chronicle.history
        try require(
            Judge.lostRows(history, evidence) + Judge.misplacedRows(history, evidence)
                + Judge.unexcusedLosses(history, evidence) + Judge.sharedVolumes(history)
                + Judge.overlappingRuns(history) + Judge.unfulfilledOrders(history)
                + Judge.unaskedOperations(history, evidence)
                + Judge.unauditedOrders(history, evidence) + Judge.brokenDatabases(evidence),
            place)
        try await leave()
        tell(
            "\(schedule.cycles.count) cycles of seed \(schedule.seed) survived: "
                + "\(summary(history)), \(evidence.contents.count) volumes kept, "
                + "\(Judge.destroyedClaims(evidence.audit).count) destroyed as asked")
    }

    private func summary(_ history: History) -> String {
        let strikes = chronicle.strikes.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)×" }.joined(separator: ", ")
        let heeded = chronicle.heeded.sorted { $0.key < $1.key }
            .map { "; \($0.key) \($0.value)×, as advised" }.joined()
        return "\(history.rows.count) rows acknowledged; killed: \(strikes)\(heeded)"
    }

    /// - Returns: What the engine has, once it agrees with what Holdfast says.
    @discardableResult
    private func settled(_ place: String) async throws -> Inventory {
        let begin = chronicle.moment()
        let advisee = Advisee(
            daemon: daemon, docker: house.install.docker, chronicle: chronicle)
        let end = ContinuousClock.now + .seconds(120)
        var broken: [String] = []
        repeat {
            do {
                let inventory = try await Inventory(of: house)
                broken = Judge.discord(inventory) + silent(inventory, since: begin)
                if broken.isEmpty { return inventory }
                for service in inventory.services { try await advisee.follow(service.message) }
            } catch {
                broken = ["It cannot be looked at: \(error)"]
            }
            try await Task.sleep(for: .milliseconds(100))
        } while ContinuousClock.now < end
        throw breach(broken, place)
    }

    /// So many rows tell that a service is written to again.
    private static let fewRows = 5

    /// The services that run and are not heard of.
    private func silent(_ inventory: Inventory, since moment: Int) -> [String] {
        let recent = chronicle.history.rows.suffix(1_000).filter { $0.span.lowerBound > moment }
        return inventory.services.filter { $0.wish == "RUNNING" }.compactMap { service in
            let count = recent.count { $0.service == service.name }
            return count < Self.fewRows
                ? "\(service.name) has acknowledged no more than \(count) rows." : nil
        }
    }
}
